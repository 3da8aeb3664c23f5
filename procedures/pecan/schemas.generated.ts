// Generated from schemas.ts by `npm run generate`; a test checks that it is fresh.
import type { Schemas } from "../../case/definition.js";

export const schemas: Schemas = {
  "filing": {
    "type": "object",
    "properties": {
      "applicant": {
        "type": "object",
        "properties": {
          "siret": {
            "type": "string",
            "pattern": "^\\d{14}$",
            "description": "SIRET of the establishment, 14 digits"
          },
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "description": "Name of the company"
          },
          "mutesStatusMails": {
            "type": "boolean",
            "description": "Sésame's option: no status mails; legal notifications are sent all the same"
          },
          "rank": {
            "type": "string",
            "enum": [
              "manufacturer",
              "authorised-representative",
              "distributor"
            ],
            "description": "Rank by which it is the exploitant (CSS L. 165-1-1-1)"
          }
        },
        "required": [
          "siret",
          "name",
          "rank"
        ],
        "additionalProperties": false
      },
      "product": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string",
            "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
            "description": "Identifier of the product (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
          },
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "description": "Name of the product"
          },
          "ceMarked": {
            "type": "boolean"
          }
        },
        "required": [
          "id",
          "name",
          "ceMarked"
        ],
        "additionalProperties": false
      },
      "indications": {
        "minItems": 1,
        "maxItems": 50,
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string",
              "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
              "description": "Identifier of the indication (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
            },
            "label": {
              "type": "string",
              "minLength": 1,
              "maxLength": 500,
              "description": "Indication claimed"
            },
            "list": {
              "type": "string",
              "enum": [
                "lppr",
                "latm"
              ],
              "description": "List aimed at: lppr (therapeutic device) or latm (telemonitoring)"
            }
          },
          "required": [
            "id",
            "label",
            "list"
          ],
          "additionalProperties": false
        }
      },
      "accounts": {
        "type": "object",
        "properties": {
          "convergence": {
            "type": "object",
            "properties": {
              "status": {
                "type": "string",
                "enum": [
                  "open",
                  "requested"
                ]
              },
              "requestedOn": {
                "type": "string",
                "format": "date",
                "description": "Day of the request (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
              }
            },
            "required": [
              "status"
            ],
            "additionalProperties": false
          },
          "sesame": {
            "type": "object",
            "properties": {
              "status": {
                "type": "string",
                "enum": [
                  "open",
                  "requested"
                ]
              },
              "requestedOn": {
                "type": "string",
                "format": "date",
                "description": "Day of the request (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
              }
            },
            "required": [
              "status"
            ],
            "additionalProperties": false
          }
        },
        "required": [
          "convergence",
          "sesame"
        ],
        "additionalProperties": false
      },
      "studies": {
        "maxItems": 50,
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "title": {
              "type": "string",
              "minLength": 1,
              "maxLength": 300,
              "description": "Title of the study"
            },
            "endsOn": {
              "type": "string",
              "format": "date",
              "description": "Expected end (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
            }
          },
          "required": [
            "title",
            "endsOn"
          ],
          "additionalProperties": false
        }
      },
      "precedents": {
        "maxItems": 200,
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "case": {
              "type": "string",
              "minLength": 1,
              "maxLength": 64,
              "description": "Number of the case"
            },
            "indication": {
              "type": "string",
              "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
              "description": "Indication (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
            },
            "outcome": {
              "type": "string",
              "enum": [
                "granted",
                "refused"
              ]
            },
            "criteria": {
              "type": "array",
              "items": {
                "type": "string",
                "enum": [
                  "ce-marking",
                  "presumed-innovation",
                  "simple-technical-evolution",
                  "data-protection",
                  "interoperability-security",
                  "data-export",
                  "hosting",
                  "studies-in-progress",
                  "quality-of-care",
                  "precedent",
                  "ansm-measure",
                  "cumulation",
                  "not-the-exploitant"
                ],
                "description": "One of ce-marking, presumed-innovation, simple-technical-evolution, data-protection, interoperability-security, data-export, hosting, studies-in-progress, quality-of-care, precedent, ansm-measure, cumulation, not-the-exploitant"
              }
            }
          },
          "required": [
            "case",
            "indication",
            "outcome"
          ],
          "additionalProperties": false
        }
      },
      "links": {
        "maxItems": 50,
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "case": {
              "type": "string",
              "minLength": 1,
              "maxLength": 64,
              "description": "Number of the case"
            },
            "kind": {
              "type": "string",
              "enum": [
                "account",
                "meeting",
                "pre-filing"
              ],
              "description": "account, meeting or pre-filing"
            }
          },
          "required": [
            "case",
            "kind"
          ],
          "additionalProperties": false
        }
      },
      "excludedExperts": {
        "maxItems": 200,
        "type": "array",
        "items": {
          "type": "string",
          "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
          "description": "Identifier of an expert (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
        }
      }
    },
    "required": [
      "applicant",
      "product",
      "indications",
      "accounts"
    ],
    "additionalProperties": false
  },
  "bodies": {
    "convergenceAccountOpened": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "sesameAccountOpened": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "convergenceDeposited": {
      "type": "object",
      "properties": {
        "functionalDocumentation": {
          "type": "object",
          "properties": {
            "title": {
              "type": "string",
              "minLength": 1,
              "maxLength": 300,
              "description": "Title of the document"
            },
            "sha256": {
              "type": "string",
              "pattern": "^[0-9a-f]{64}$",
              "description": "SHA-256 of the document, 64 hexadecimal digits"
            }
          },
          "required": [
            "title"
          ],
          "additionalProperties": false
        },
        "dataProtectionAttestation": {
          "type": "object",
          "properties": {
            "title": {
              "type": "string",
              "minLength": 1,
              "maxLength": 300,
              "description": "Title of the document"
            },
            "sha256": {
              "type": "string",
              "pattern": "^[0-9a-f]{64}$",
              "description": "SHA-256 of the document, 64 hexadecimal digits"
            }
          },
          "required": [
            "title"
          ],
          "additionalProperties": false
        },
        "ceDeclaration": {
          "type": "object",
          "properties": {
            "title": {
              "type": "string",
              "minLength": 1,
              "maxLength": 300,
              "description": "Title of the document"
            },
            "sha256": {
              "type": "string",
              "pattern": "^[0-9a-f]{64}$",
              "description": "SHA-256 of the document, 64 hexadecimal digits"
            }
          },
          "required": [
            "title"
          ],
          "additionalProperties": false
        },
        "hdsCertificate": {
          "type": "object",
          "properties": {
            "title": {
              "type": "string",
              "minLength": 1,
              "maxLength": 300,
              "description": "Title of the document"
            },
            "sha256": {
              "type": "string",
              "pattern": "^[0-9a-f]{64}$",
              "description": "SHA-256 of the document, 64 hexadecimal digits"
            }
          },
          "required": [
            "title"
          ],
          "additionalProperties": false
        },
        "others": {
          "maxItems": 100,
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "title": {
                "type": "string",
                "minLength": 1,
                "maxLength": 300,
                "description": "Title of the document"
              },
              "sha256": {
                "type": "string",
                "pattern": "^[0-9a-f]{64}$",
                "description": "SHA-256 of the document, 64 hexadecimal digits"
              }
            },
            "required": [
              "title"
            ],
            "additionalProperties": false
          }
        }
      },
      "required": [
        "functionalDocumentation",
        "dataProtectionAttestation",
        "ceDeclaration",
        "hdsCertificate"
      ],
      "additionalProperties": false
    },
    "sesameDeposited": {
      "type": "object",
      "properties": {
        "documents": {
          "minItems": 1,
          "maxItems": 200,
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "title": {
                "type": "string",
                "minLength": 1,
                "maxLength": 300,
                "description": "Title of the document"
              },
              "sha256": {
                "type": "string",
                "pattern": "^[0-9a-f]{64}$",
                "description": "SHA-256 of the document, 64 hexadecimal digits"
              }
            },
            "required": [
              "title"
            ],
            "additionalProperties": false
          }
        }
      },
      "required": [
        "documents"
      ],
      "additionalProperties": false
    },
    "ansAdmissibilityNotified": {
      "type": "object",
      "properties": {
        "admissible": {
          "type": "boolean"
        },
        "reasons": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why the file isn't admissible"
        },
        "missing": {
          "maxItems": 100,
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "A missing document"
          }
        }
      },
      "required": [
        "admissible"
      ],
      "additionalProperties": false
    },
    "completenessNotified": {
      "type": "object",
      "properties": {
        "admissible": {
          "type": "boolean"
        },
        "complete": {
          "type": "boolean"
        },
        "grounds": {
          "maxItems": 13,
          "type": "array",
          "items": {
            "type": "string",
            "enum": [
              "ce-marking",
              "presumed-innovation",
              "simple-technical-evolution",
              "data-protection",
              "interoperability-security",
              "data-export",
              "hosting",
              "studies-in-progress",
              "quality-of-care",
              "precedent",
              "ansm-measure",
              "cumulation",
              "not-the-exploitant"
            ],
            "description": "One of ce-marking, presumed-innovation, simple-technical-evolution, data-protection, interoperability-security, data-export, hosting, studies-in-progress, quality-of-care, precedent, ansm-measure, cumulation, not-the-exploitant"
          }
        },
        "missing": {
          "maxItems": 100,
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "A missing document"
          }
        },
        "reasons": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why the application isn't admissible, or complete"
        }
      },
      "required": [
        "admissible",
        "complete"
      ],
      "additionalProperties": false
    },
    "conventionSent": {
      "type": "object",
      "properties": {
        "convention": {
          "type": "object",
          "properties": {
            "title": {
              "type": "string",
              "minLength": 1,
              "maxLength": 300,
              "description": "Title of the document"
            },
            "sha256": {
              "type": "string",
              "pattern": "^[0-9a-f]{64}$",
              "description": "SHA-256 of the document, 64 hexadecimal digits"
            }
          },
          "required": [
            "title"
          ],
          "additionalProperties": false
        }
      },
      "additionalProperties": false
    },
    "conventionSigned": {
      "type": "object",
      "properties": {
        "signatory": {
          "type": "string",
          "enum": [
            "legal-representative",
            "employee",
            "consultant"
          ],
          "description": "Capacity of the signatory"
        },
        "signature": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "Reference of the electronic signature"
        }
      },
      "required": [
        "signatory",
        "signature"
      ],
      "additionalProperties": false
    },
    "evidenceSubmitted": {
      "type": "object",
      "properties": {
        "documents": {
          "minItems": 1,
          "maxItems": 200,
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "title": {
                "type": "string",
                "minLength": 1,
                "maxLength": 300,
                "description": "Title of the document"
              },
              "sha256": {
                "type": "string",
                "pattern": "^[0-9a-f]{64}$",
                "description": "SHA-256 of the document, 64 hexadecimal digits"
              }
            },
            "required": [
              "title"
            ],
            "additionalProperties": false
          }
        }
      },
      "required": [
        "documents"
      ],
      "additionalProperties": false
    },
    "evidenceRefused": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why the evidence isn't valid"
        }
      },
      "required": [
        "reason"
      ],
      "additionalProperties": false
    },
    "evidenceCompleted": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "inactivityReviewed": {
      "type": "object",
      "properties": {
        "outcome": {
          "type": "string",
          "enum": [
            "keep",
            "abandon"
          ],
          "description": "keep or abandon"
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why"
        }
      },
      "required": [
        "outcome",
        "reason"
      ],
      "additionalProperties": false
    },
    "missingItemsNotified": {
      "type": "object",
      "properties": {
        "sides": {
          "minItems": 1,
          "maxItems": 2,
          "type": "array",
          "items": {
            "type": "string",
            "enum": [
              "convergence",
              "sesame"
            ]
          }
        },
        "missing": {
          "minItems": 1,
          "maxItems": 100,
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "What is missing"
          }
        }
      },
      "required": [
        "sides",
        "missing"
      ],
      "additionalProperties": false
    },
    "applicationAcknowledged": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "expertNamed": {
      "type": "object",
      "properties": {
        "role": {
          "type": "string",
          "enum": [
            "rapporteur",
            "expert"
          ]
        },
        "expert": {
          "type": "string",
          "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
          "description": "Identifier of the person in the HAS's own register, never a name (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
        }
      },
      "required": [
        "role",
        "expert"
      ],
      "additionalProperties": false
    },
    "supplementProposed": {
      "type": "object",
      "properties": {
        "items": {
          "minItems": 1,
          "maxItems": 100,
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "An item to request"
          }
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why"
        }
      },
      "required": [
        "items"
      ],
      "additionalProperties": false
    },
    "furtherInformationRequested": {
      "type": "object",
      "properties": {
        "request": {
          "type": "string",
          "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
          "description": "Name of the request, unique in the case (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
        },
        "items": {
          "minItems": 1,
          "maxItems": 100,
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "An item requested"
          }
        },
        "proposedBy": {
          "type": "string",
          "enum": [
            "ANS",
            "CNEDiMTS"
          ]
        },
        "means": {
          "type": "string",
          "enum": [
            "platform",
            "registered-letter",
            "other-certain-date"
          ],
          "description": "Means that gives the notification a certain date"
        },
        "consentRecorded": {
          "type": "boolean",
          "description": "The applicant agreed to be notified on the platform (CRPA R. 112-17)"
        },
        "availabilityEmailSent": {
          "type": "boolean",
          "description": "The e-mail saying that the request is available has left"
        }
      },
      "required": [
        "request",
        "items",
        "means",
        "consentRecorded",
        "availabilityEmailSent"
      ],
      "additionalProperties": false
    },
    "requestConsulted": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "deemedReceptionReviewed": {
      "type": "object",
      "properties": {
        "outcome": {
          "type": "string",
          "enum": [
            "abandon",
            "run"
          ],
          "description": "abandon: the delay is over; run: it runs from this day"
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why"
        }
      },
      "required": [
        "outcome",
        "reason"
      ],
      "additionalProperties": false
    },
    "furtherInformationReceived": {
      "type": "object",
      "properties": {
        "items": {
          "minItems": 1,
          "maxItems": 100,
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "An item sent"
          }
        }
      },
      "required": [
        "items"
      ],
      "additionalProperties": false
    },
    "furtherInformationReviewed": {
      "type": "object",
      "properties": {
        "complete": {
          "type": "boolean"
        },
        "missing": {
          "maxItems": 100,
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "What is still missing"
          }
        }
      },
      "required": [
        "complete"
      ],
      "additionalProperties": false
    },
    "abandonmentConfirmed": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why"
        }
      },
      "required": [
        "reason"
      ],
      "additionalProperties": false
    },
    "ansInformationRequested": {
      "type": "object",
      "properties": {
        "request": {
          "type": "string",
          "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
          "description": "Name of the request, unique in the case (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
        },
        "kind": {
          "type": "string",
          "enum": [
            "question",
            "request"
          ],
          "description": "question: no delay; request: 30 days"
        },
        "items": {
          "minItems": 1,
          "maxItems": 100,
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "An item requested"
          }
        }
      },
      "required": [
        "request",
        "kind",
        "items"
      ],
      "additionalProperties": false
    },
    "ansInformationProvided": {
      "type": "object",
      "properties": {
        "items": {
          "minItems": 1,
          "maxItems": 100,
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "An item sent"
          }
        }
      },
      "required": [
        "items"
      ],
      "additionalProperties": false
    },
    "deprioritisationReviewed": {
      "type": "object",
      "properties": {
        "outcome": {
          "type": "string",
          "enum": [
            "keep",
            "propose-formal-request"
          ]
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why"
        }
      },
      "required": [
        "outcome",
        "reason"
      ],
      "additionalProperties": false
    },
    "ansOpinionRendered": {
      "type": "object",
      "properties": {
        "sense": {
          "type": "string",
          "enum": [
            "favourable",
            "unfavourable"
          ],
          "description": "favourable or unfavourable"
        },
        "reasons": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Reasons of an unfavourable opinion"
        },
        "certificate": {
          "type": "string",
          "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
          "description": "Number of the certificate of conformity (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
        },
        "nextSteps": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "What the certificate's holder does next"
        }
      },
      "required": [
        "sense"
      ],
      "additionalProperties": false
    },
    "cnedimtsOpinionRendered": {
      "type": "object",
      "properties": {
        "opinions": {
          "minItems": 1,
          "maxItems": 50,
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "indication": {
                "type": "string",
                "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
                "description": "Indication (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
              },
              "sense": {
                "type": "string",
                "enum": [
                  "favourable",
                  "unfavourable"
                ],
                "description": "favourable or unfavourable"
              },
              "reasons": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Reasons"
              }
            },
            "required": [
              "indication",
              "sense"
            ],
            "additionalProperties": false
          }
        }
      },
      "required": [
        "opinions"
      ],
      "additionalProperties": false
    },
    "opinionPublished": {
      "type": "object",
      "properties": {
        "address": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500,
          "description": "Address of the page"
        }
      },
      "required": [
        "address"
      ],
      "additionalProperties": false
    },
    "decisionNotified": {
      "type": "object",
      "properties": {
        "signedOn": {
          "type": "string",
          "format": "date",
          "description": "Day of signature (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
        },
        "decisions": {
          "minItems": 1,
          "maxItems": 50,
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "indication": {
                "type": "string",
                "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
                "description": "Indication (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
              },
              "outcome": {
                "type": "string",
                "enum": [
                  "granted",
                  "refused"
                ]
              },
              "criteria": {
                "maxItems": 13,
                "type": "array",
                "items": {
                  "type": "string",
                  "enum": [
                    "ce-marking",
                    "presumed-innovation",
                    "simple-technical-evolution",
                    "data-protection",
                    "interoperability-security",
                    "data-export",
                    "hosting",
                    "studies-in-progress",
                    "quality-of-care",
                    "precedent",
                    "ansm-measure",
                    "cumulation",
                    "not-the-exploitant"
                  ],
                  "description": "One of ce-marking, presumed-innovation, simple-technical-evolution, data-protection, interoperability-security, data-export, hosting, studies-in-progress, quality-of-care, precedent, ansm-measure, cumulation, not-the-exploitant"
                }
              },
              "reasons": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Reasons of a refusal"
              },
              "remedies": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Ways and delays of appeal, with a refusal"
              }
            },
            "required": [
              "indication",
              "outcome"
            ],
            "additionalProperties": false
          }
        }
      },
      "required": [
        "signedOn",
        "decisions"
      ],
      "additionalProperties": false
    },
    "orderPublished": {
      "type": "object",
      "properties": {
        "journal": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "Reference in the Journal officiel"
        },
        "effectiveOn": {
          "type": "string",
          "format": "date",
          "description": "First day of coverage (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
        }
      },
      "required": [
        "journal"
      ],
      "additionalProperties": false
    },
    "listingRequested": {
      "type": "object",
      "properties": {
        "list": {
          "type": "string",
          "enum": [
            "lppr",
            "latm"
          ],
          "description": "List aimed at: lppr (therapeutic device) or latm (telemonitoring)"
        }
      },
      "required": [
        "list"
      ],
      "additionalProperties": false
    },
    "listingRequestWithdrawn": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "listingDecided": {
      "type": "object",
      "properties": {
        "outcome": {
          "type": "string",
          "enum": [
            "listed",
            "refused"
          ]
        },
        "reasons": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Reasons of a refusal"
        }
      },
      "required": [
        "outcome"
      ],
      "additionalProperties": false
    },
    "tariffPublished": {
      "type": "object",
      "properties": {
        "journal": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "Reference in the Journal officiel"
        }
      },
      "required": [
        "journal"
      ],
      "additionalProperties": false
    },
    "conditionLost": {
      "type": "object",
      "properties": {
        "condition": {
          "type": "string",
          "enum": [
            "ce-marking",
            "certificate",
            "data-protection",
            "data-export",
            "safety-withdrawal",
            "ansm-measure"
          ]
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "What happened"
        }
      },
      "required": [
        "condition",
        "reason"
      ],
      "additionalProperties": false
    },
    "coverageEndOrdered": {
      "type": "object",
      "properties": {
        "ground": {
          "type": "string",
          "enum": [
            "no-listing-request",
            "listing-request-withdrawn",
            "listing-refused",
            "condition-lost",
            "safety-withdrawal",
            "ansm-measure"
          ]
        },
        "effectiveOn": {
          "type": "string",
          "format": "date",
          "description": "First day without coverage (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
        }
      },
      "required": [
        "ground"
      ],
      "additionalProperties": false
    },
    "studyCompleted": {
      "type": "object",
      "properties": {
        "outcome": {
          "type": "string",
          "enum": [
            "completed",
            "stopped-for-safety",
            "stopped-on-interim-results"
          ]
        }
      },
      "required": [
        "outcome"
      ],
      "additionalProperties": false
    },
    "withdrawn": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why, if the applicant wishes to say"
        }
      },
      "additionalProperties": false
    }
  }
};
