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
          "capacity": {
            "type": "string",
            "enum": [
              "holder",
              "mandatary"
            ],
            "description": "Holder of the rights of exploitation, or its mandatary"
          },
          "turnoverClass": {
            "type": "string",
            "enum": [
              "over-100-million",
              "10-to-100-million",
              "under-10-million",
              "unknown"
            ],
            "description": "Class of reimbursable turnover, for statistics"
          }
        },
        "required": [
          "siret",
          "name"
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
          }
        },
        "required": [
          "id",
          "name"
        ],
        "additionalProperties": false
      },
      "motive": {
        "type": "string",
        "enum": [
          "first-pre-amm",
          "first-post-amm"
        ],
        "description": "First request before the AMM, or after it; the other motives are acts of an authorised case"
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
            }
          },
          "required": [
            "id",
            "label"
          ],
          "additionalProperties": false
        }
      },
      "area": {
        "type": "string",
        "enum": [
          "oncology-haematology",
          "rare-diseases",
          "neurology",
          "infectiology",
          "immunology",
          "cardiology",
          "other"
        ],
        "description": "Therapeutic area"
      },
      "parallelAmm": {
        "type": "boolean",
        "description": "An AMM has been applied for in parallel"
      },
      "ammGrantedOn": {
        "type": "string",
        "format": "date",
        "description": "Day of the AMM, for a request after it (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
      },
      "listingRequestedOn": {
        "type": "string",
        "format": "date",
        "description": "Day on which the listing was requested, if it was before (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
      },
      "preFilingMeeting": {
        "type": "boolean",
        "description": "A meeting with the HAS and the ANSM came before"
      },
      "gmo": {
        "type": "boolean",
        "description": "Made of genetically modified organisms: a further authorisation"
      },
      "protocol": {
        "type": "object",
        "properties": {
          "reference": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "description": "Reference of the PUT-RD"
          },
          "reportEveryMonths": {
            "type": "integer",
            "minimum": 1,
            "maximum": 12,
            "description": "Rhythm of the synthesis reports, in months"
          },
          "model": {
            "type": "string",
            "enum": [
              "2021",
              "2023",
              "bamara"
            ]
          }
        },
        "required": [
          "reference",
          "reportEveryMonths"
        ],
        "additionalProperties": false
      },
      "documents": {
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
      "applicant",
      "product",
      "motive",
      "indications"
    ],
    "additionalProperties": false
  },
  "bodies": {
    "missingItemsNotified": {
      "type": "object",
      "properties": {
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
        "missing"
      ],
      "additionalProperties": false
    },
    "applicationCompleted": {
      "type": "object",
      "properties": {
        "documents": {
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
      "additionalProperties": false
    },
    "requestAcknowledged": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "requestWithdrawn": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why"
        }
      },
      "additionalProperties": false
    },
    "examinationExtended": {
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
    "informationRequested": {
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
        "days": {
          "type": "integer",
          "minimum": 1,
          "maximum": 45,
          "description": "Days given to answer, forty-five at most"
        },
        "proposedBy": {
          "type": "string",
          "enum": [
            "ANSM",
            "ministers"
          ]
        }
      },
      "required": [
        "request",
        "items",
        "days"
      ],
      "additionalProperties": false
    },
    "informationReceived": {
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
            "description": "An item sent, as it was requested"
          }
        }
      },
      "required": [
        "items"
      ],
      "additionalProperties": false
    },
    "informationFoundMissing": {
      "type": "object",
      "properties": {
        "missing": {
          "minItems": 1,
          "maxItems": 100,
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "An item that doesn't answer the request"
          }
        }
      },
      "required": [
        "missing"
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
    "ansmOpinionRendered": {
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
        "protocol": {
          "type": "object",
          "properties": {
            "reference": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200,
              "description": "Reference of the PUT-RD"
            },
            "reportEveryMonths": {
              "type": "integer",
              "minimum": 1,
              "maximum": 12,
              "description": "Rhythm of the synthesis reports, in months"
            },
            "model": {
              "type": "string",
              "enum": [
                "2021",
                "2023",
                "bamara"
              ]
            }
          },
          "required": [
            "reference",
            "reportEveryMonths"
          ],
          "additionalProperties": false
        }
      },
      "required": [
        "sense"
      ],
      "additionalProperties": false
    },
    "contributionReceived": {
      "type": "object",
      "properties": {
        "association": {
          "type": "string",
          "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
          "description": "Identifier of the patient association (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
        }
      },
      "required": [
        "association"
      ],
      "additionalProperties": false
    },
    "hearingHeld": {
      "type": "object",
      "properties": {
        "association": {
          "type": "string",
          "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
          "description": "Identifier of the patient association (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
        }
      },
      "required": [
        "association"
      ],
      "additionalProperties": false
    },
    "ctOpinionRendered": {
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
          "description": "Reasons"
        }
      },
      "required": [
        "sense"
      ],
      "additionalProperties": false
    },
    "decisionRendered": {
      "type": "object",
      "properties": {
        "outcome": {
          "type": "string",
          "enum": [
            "granted",
            "refused"
          ],
          "description": "For new data or a modification, granted: it goes on"
        },
        "decidedBy": {
          "type": "string",
          "enum": [
            "college",
            "president"
          ]
        },
        "criteria": {
          "maxItems": 5,
          "type": "array",
          "items": {
            "type": "string",
            "enum": [
              "serious-disease",
              "no-appropriate-treatment",
              "cannot-be-deferred",
              "presumed-innovation",
              "strong-presumption"
            ],
            "description": "One of serious-disease, no-appropriate-treatment, cannot-be-deferred, presumed-innovation, strong-presumption"
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
        },
        "months": {
          "type": "integer",
          "minimum": 1,
          "maximum": 12,
          "description": "Months for which it is authorised, a year at most"
        },
        "protocol": {
          "type": "object",
          "properties": {
            "reference": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200,
              "description": "Reference of the PUT-RD"
            },
            "reportEveryMonths": {
              "type": "integer",
              "minimum": 1,
              "maximum": 12,
              "description": "Rhythm of the synthesis reports, in months"
            },
            "model": {
              "type": "string",
              "enum": [
                "2021",
                "2023",
                "bamara"
              ]
            }
          },
          "required": [
            "reference",
            "reportEveryMonths"
          ],
          "additionalProperties": false
        },
        "ammFilingBy": {
          "type": "string",
          "format": "date",
          "description": "Last day on which the AMM is to be applied for, before the AMM (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
        }
      },
      "required": [
        "outcome",
        "decidedBy"
      ],
      "additionalProperties": false
    },
    "decisionPublished": {
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
    "protocolPublished": {
      "type": "object",
      "properties": {
        "address": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500,
          "description": "Address of the page"
        },
        "collection": {
          "maxItems": 4,
          "type": "array",
          "items": {
            "type": "string",
            "enum": [
              "follow-up-forms",
              "patient-reported-outcome",
              "registry",
              "bamara"
            ]
          },
          "description": "How efficacy is collected; empty where it is not known"
        },
        "registry": {
          "type": "string",
          "minLength": 1,
          "maxLength": 100,
          "description": "Registry on which the collection leans"
        }
      },
      "required": [
        "address",
        "collection"
      ],
      "additionalProperties": false
    },
    "attestationRequested": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "attestationIssued": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "ammFiled": {
      "type": "object",
      "properties": {
        "reference": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "Reference of the application"
        }
      },
      "additionalProperties": false
    },
    "ammGranted": {
      "type": "object",
      "properties": {
        "reference": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "Reference of the AMM"
        }
      },
      "additionalProperties": false
    },
    "listingRequested": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "listingInformationRequested": {
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
        }
      },
      "required": [
        "request",
        "items"
      ],
      "additionalProperties": false
    },
    "listingInformationReceived": {
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
    "listingDraftSent": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "listingObservationsMade": {
      "type": "object",
      "properties": {
        "hearing": {
          "type": "boolean",
          "description": "A hearing is asked for"
        }
      },
      "required": [
        "hearing"
      ],
      "additionalProperties": false
    },
    "listingHearingHeld": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "commonLawOpinionRendered": {
      "type": "object",
      "properties": {
        "smr": {
          "type": "string",
          "enum": [
            "sufficient",
            "insufficient"
          ]
        },
        "asmr": {
          "type": "string",
          "enum": [
            "I",
            "II",
            "III",
            "IV",
            "V"
          ]
        },
        "reassessmentPlanned": {
          "type": "boolean",
          "description": "The bet isn't settled: a reassessment is planned"
        }
      },
      "required": [
        "smr"
      ],
      "additionalProperties": false
    },
    "listeEnSusRequested": {
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
    "coverageEndOrdered": {
      "type": "object",
      "properties": {
        "ground": {
          "type": "string",
          "enum": [
            "authorisation-withdrawn",
            "authorisation-suspended",
            "listing-refused",
            "amm-withdrawn",
            "listing-request-withdrawn"
          ]
        }
      },
      "required": [
        "ground"
      ],
      "additionalProperties": false
    },
    "renewalRequested": {
      "type": "object",
      "properties": {
        "request": {
          "type": "string",
          "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
          "description": "Name of the request, unique in the case (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
        },
        "documents": {
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
        },
        "months": {
          "type": "integer",
          "minimum": 1,
          "maximum": 12,
          "description": "Months for which it is authorised, a year at most"
        }
      },
      "required": [
        "request"
      ],
      "additionalProperties": false
    },
    "newDataSubmitted": {
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
            "trial-results",
            "chmp-opinion",
            "synthesis-report",
            "safety",
            "foreign-restriction"
          ]
        },
        "documents": {
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
        "request",
        "kind"
      ],
      "additionalProperties": false
    },
    "modificationRequested": {
      "type": "object",
      "properties": {
        "request": {
          "type": "string",
          "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
          "description": "Name of the request, unique in the case (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
        },
        "presumptionConcerned": {
          "type": "boolean",
          "description": "Efficacy or safety is concerned: the ANSM gives an opinion"
        },
        "documents": {
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
        "request",
        "presumptionConcerned"
      ],
      "additionalProperties": false
    },
    "continuityRequested": {
      "type": "object",
      "properties": {
        "request": {
          "type": "string",
          "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
          "description": "Name of the request, unique in the case (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
        },
        "documents": {
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
        "request"
      ],
      "additionalProperties": false
    },
    "synthesisReportSubmitted": {
      "type": "object",
      "properties": {
        "patients": {
          "type": "integer",
          "minimum": 0,
          "maximum": 9007199254740991,
          "description": "Patients treated since the report before"
        },
        "summary": {
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
    "summaryPublished": {
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
    "measureContemplated": {
      "type": "object",
      "properties": {
        "measure": {
          "type": "string",
          "enum": [
            "suspension",
            "withdrawal"
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
        "measure",
        "reason"
      ],
      "additionalProperties": false
    },
    "observationsMade": {
      "type": "object",
      "properties": {
        "observations": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Observations of the holder"
        }
      },
      "required": [
        "observations"
      ],
      "additionalProperties": false
    },
    "authorisationSuspended": {
      "type": "object",
      "properties": {
        "days": {
          "type": "integer",
          "minimum": 1,
          "maximum": 92,
          "description": "Days of suspension, three months at most"
        },
        "urgent": {
          "type": "boolean"
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why"
        }
      },
      "required": [
        "days",
        "urgent",
        "reason"
      ],
      "additionalProperties": false
    },
    "suspensionLifted": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why"
        }
      },
      "additionalProperties": false
    },
    "authorisationWithdrawn": {
      "type": "object",
      "properties": {
        "ground": {
          "type": "string",
          "enum": [
            "criteria",
            "safety",
            "breach",
            "holder-request"
          ]
        },
        "urgent": {
          "type": "boolean"
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why"
        }
      },
      "required": [
        "ground",
        "reason"
      ],
      "additionalProperties": false
    },
    "withdrawalRequested": {
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
    "withdrawalAcknowledged": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "penaltyOpened": {
      "type": "object",
      "properties": {
        "breach": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Duty that wasn't kept"
        }
      },
      "required": [
        "breach"
      ],
      "additionalProperties": false
    },
    "penaltyObservationsMade": {
      "type": "object",
      "properties": {
        "observations": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Observations of the holder"
        }
      },
      "required": [
        "observations"
      ],
      "additionalProperties": false
    },
    "penaltyHearingRequested": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "penaltyHearingHeld": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "turnoverAsked": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "turnoverGiven": {
      "type": "object",
      "properties": {
        "euros": {
          "type": "number",
          "minimum": 0
        }
      },
      "required": [
        "euros"
      ],
      "additionalProperties": false
    },
    "penaltyDecided": {
      "type": "object",
      "properties": {
        "percent": {
          "type": "number",
          "minimum": 0,
          "maximum": 30,
          "description": "Of the turnover of twenty-four months, 30 % at most"
        },
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why"
        }
      },
      "required": [
        "percent",
        "reason"
      ],
      "additionalProperties": false
    },
    "penaltyPaid": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "turnoverDeclared": {
      "type": "object",
      "properties": {
        "year": {
          "type": "integer",
          "minimum": 2021,
          "maximum": 2200
        },
        "euros": {
          "type": "number",
          "minimum": 0
        },
        "units": {
          "type": "integer",
          "minimum": 0,
          "maximum": 9007199254740991
        }
      },
      "required": [
        "year",
        "euros",
        "units"
      ],
      "additionalProperties": false
    }
  }
};
