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
      "indications": {
        "maxItems": 0,
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string",
              "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
              "description": "Identifier (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
            },
            "label": {
              "type": "string",
              "minLength": 1,
              "maxLength": 500,
              "description": "Label"
            }
          },
          "required": [
            "id",
            "label"
          ],
          "additionalProperties": false
        },
        "description": "Empty: the procedure isn't decided by indication"
      },
      "channel": {
        "type": "string",
        "enum": [
          "sesame",
          "e-mail",
          "letter"
        ],
        "description": "How the request arrived: only sesame is admitted"
      },
      "category": {
        "type": "string",
        "enum": [
          "medical-device",
          "other-product-or-service",
          "professional-act",
          "medicine"
        ],
        "description": "What the technology is; the guide isn't about medicines"
      },
      "form": {
        "type": "object",
        "properties": {
          "applicant": {
            "type": "object",
            "properties": {
              "identification": {
                "type": "object",
                "properties": {
                  "companyName": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 200,
                    "description": "Dénomination sociale"
                  },
                  "address": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 500,
                    "description": "Adresse"
                  },
                  "contact": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 300,
                    "description": "Tél. / e-mail"
                  }
                },
                "required": [
                  "companyName",
                  "address",
                  "contact"
                ],
                "additionalProperties": false
              },
              "correspondent": {
                "type": "string",
                "minLength": 1,
                "maxLength": 500,
                "description": "Nom, qualité et coordonnées du correspondant"
              },
              "manufacturer": {
                "type": "object",
                "properties": {
                  "companyName": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 200,
                    "description": "Dénomination sociale"
                  },
                  "address": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 500,
                    "description": "Adresse"
                  },
                  "contact": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 300,
                    "description": "Tél. / e-mail"
                  }
                },
                "required": [
                  "companyName",
                  "address",
                  "contact"
                ],
                "additionalProperties": false
              }
            },
            "required": [
              "identification",
              "correspondent"
            ],
            "additionalProperties": false
          },
          "device": {
            "type": "object",
            "properties": {
              "generalDescription": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Description générale du dispositif"
              },
              "technicalDescription": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Fonctions techniques réalisées ? Technologies utilisées ? Architecture ? Spécifications techniques ?"
              },
              "digital": {
                "type": "boolean",
                "description": "S'agit-il d'un DM numérique ?"
              },
              "targets": {
                "minItems": 1,
                "maxItems": 3,
                "type": "array",
                "items": {
                  "type": "string",
                  "enum": [
                    "lppr",
                    "latm",
                    "forfait-innovation"
                  ]
                },
                "description": "Mode de prise en charge visé : lppr, latm, forfait-innovation"
              },
              "modeOfAction": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Mode d'action"
              },
              "uses": {
                "type": "object",
                "properties": {
                  "pathologies": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 4000,
                    "description": "Quelles pathologies sont susceptibles d'être traitées (selon le contexte quel handicap) ?"
                  },
                  "indications": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 4000,
                    "description": "Dans quelle(s) indication(s) ?"
                  },
                  "placeInStrategy": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 4000,
                    "description": "Quelle est sa place dans la stratégie médicale ?"
                  },
                  "alternatives": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 4000,
                    "description": "Quelles sont les alternatives ?"
                  },
                  "manner": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 4000,
                    "description": "Comment est utilisé le dispositif ?"
                  }
                },
                "required": [
                  "pathologies",
                  "indications",
                  "placeInStrategy",
                  "alternatives",
                  "manner"
                ],
                "additionalProperties": false
              },
              "associatedActs": {
                "type": "object",
                "properties": {
                  "required": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 4000,
                    "description": "L'usage du dispositif nécessite-t-il un acte diagnostique ou thérapeutique ?"
                  },
                  "nomenclature": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 4000,
                    "description": "Cet acte est-il inscrit sur la NGAP ou sur la CCAM ?"
                  },
                  "ongoingStudies": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 4000,
                    "description": "Études cliniques en cours portant sur les actes associés"
                  }
                },
                "required": [
                  "required"
                ],
                "additionalProperties": false
              },
              "otherConditions": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Modalités d'utilisation, équipe, plateau technique, formation nécessaires"
              }
            },
            "required": [
              "generalDescription",
              "technicalDescription",
              "digital",
              "targets",
              "modeOfAction",
              "uses",
              "associatedActs"
            ],
            "additionalProperties": false
          },
          "innovation": {
            "type": "object",
            "properties": {
              "natures": {
                "minItems": 1,
                "maxItems": 8,
                "type": "array",
                "items": {
                  "type": "string",
                  "enum": [
                    "new-mode-of-action",
                    "medical-act-transformed-for-use",
                    "medical-act-transformed-by-use",
                    "original-mode-in-existing-act",
                    "care-organisation-transformed",
                    "known-technology-new-to-class",
                    "new-technology-in-class",
                    "other"
                  ]
                }
              },
              "analysis": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Description analytique des caractéristiques de la ou des innovations"
              },
              "need": {
                "type": "object",
                "properties": {
                  "alternatives": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 4000,
                    "description": "Besoin médical : existence d'alternatives"
                  },
                  "placeAmongAlternatives": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 4000,
                    "description": "Place du DM par rapport aux alternatives"
                  }
                },
                "required": [
                  "alternatives",
                  "placeAmongAlternatives"
                ],
                "additionalProperties": false
              }
            },
            "required": [
              "natures",
              "analysis",
              "need"
            ],
            "additionalProperties": false
          },
          "marketing": {
            "type": "object",
            "properties": {
              "ceMarking": {
                "type": "string",
                "minLength": 1,
                "maxLength": 500,
                "description": "Marquage CE : date d'obtention ou calendrier prévisionnel"
              },
              "notifiedBody": {
                "type": "string",
                "minLength": 1,
                "maxLength": 300,
                "description": "Organisme notifié : numéro d'identification et pays"
              },
              "ceIndications": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Indication(s) du marquage CE"
              },
              "sales": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Commercialisation effective et/ou prévisionnelle : calendrier et pays concernés"
              }
            },
            "required": [
              "ceMarking",
              "sales"
            ],
            "additionalProperties": false
          },
          "interest": {
            "type": "object",
            "properties": {
              "severity": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Gravité de la/des pathologie(s) concernée(s)"
              },
              "epidemiology": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Données épidémiologiques"
              },
              "patients": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Estimation chiffrée du nombre de patients concernés"
              },
              "benefitsAndRisks": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Bénéfices et risques cliniques"
              },
              "organisationalImpact": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Impact au niveau de l'organisation et de la structure des soins"
              },
              "economicImpact": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Impact économique : coûts directs, organisationnels, soins évités…"
              },
              "other": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Autre (ex : impact éthique…)"
              }
            },
            "required": [
              "severity",
              "epidemiology",
              "patients",
              "benefitsAndRisks",
              "organisationalImpact",
              "economicImpact"
            ],
            "additionalProperties": false
          },
          "programme": {
            "type": "object",
            "properties": {
              "maturity": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "État de maturité de la technologie, avec un résumé tabulé des essais et études"
              },
              "studies": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Études en cours ou prévues dans le programme de développement"
              },
              "difficulties": {
                "type": "string",
                "minLength": 1,
                "maxLength": 4000,
                "description": "Difficultés rencontrées"
              }
            },
            "required": [
              "maturity",
              "studies"
            ],
            "additionalProperties": false
          },
          "questions": {
            "minItems": 1,
            "maxItems": 50,
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "topic": {
                  "type": "string",
                  "enum": [
                    "clinical-development",
                    "health-economics",
                    "regulatory",
                    "reimbursement"
                  ],
                  "description": "What the question is about; regulatory and reimbursement can't be the main object"
                },
                "question": {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 4000,
                  "description": "Question à discuter lors de la rencontre"
                }
              },
              "required": [
                "topic",
                "question"
              ],
              "additionalProperties": false
            }
          }
        },
        "required": [
          "applicant",
          "device",
          "marketing",
          "interest",
          "programme",
          "questions"
        ],
        "additionalProperties": false,
        "description": "Annexe 1 : formulaire de demande de RP pour un dispositif médical"
      },
      "items": {
        "maxItems": 200,
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "kind": {
              "type": "string",
              "enum": [
                "protocol",
                "synopsis",
                "investigator-brochure",
                "publication",
                "study-report",
                "economic-method",
                "confidentiality-agreement",
                "other"
              ],
              "description": "One of protocol, synopsis, investigator-brochure, publication, study-report, economic-method, confidentiality-agreement, other"
            },
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
            "kind",
            "title"
          ],
          "additionalProperties": false
        }
      },
      "noPublication": {
        "type": "boolean",
        "description": "No publication, no study report is available yet"
      },
      "economicEvaluationPlanned": {
        "type": "boolean"
      },
      "study": {
        "type": "object",
        "properties": {
          "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 300,
            "description": "Title of the study submitted for discussion"
          },
          "startsOn": {
            "type": "string",
            "format": "date",
            "description": "Planned, or actual, start of the study (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
          },
          "started": {
            "type": "boolean"
          }
        },
        "required": [
          "title",
          "started"
        ],
        "additionalProperties": false
      },
      "reimbursementFileSubmitted": {
        "type": "boolean",
        "description": "The file for reimbursement has already been submitted, or is being evaluated"
      },
      "attendees": {
        "minItems": 1,
        "maxItems": 20,
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200,
              "description": "Name and capacity of the person"
            },
            "capacity": {
              "type": "string",
              "enum": [
                "company",
                "consultant"
              ],
              "description": "company or consultant"
            }
          },
          "required": [
            "name",
            "capacity"
          ],
          "additionalProperties": false
        }
      },
      "language": {
        "type": "string",
        "enum": [
          "fr",
          "en"
        ]
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
      "earlierMeetings": {
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
            "heldOn": {
              "type": "string",
              "format": "date",
              "description": "Day of the meeting (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
            }
          },
          "required": [
            "case",
            "heldOn"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "applicant",
      "product",
      "indications",
      "channel",
      "category",
      "form",
      "items",
      "economicEvaluationPlanned",
      "study",
      "reimbursementFileSubmitted",
      "attendees",
      "language"
    ],
    "additionalProperties": false
  },
  "bodies": {
    "itemsSubmitted": {
      "type": "object",
      "properties": {
        "items": {
          "minItems": 1,
          "maxItems": 200,
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "kind": {
                "type": "string",
                "enum": [
                  "protocol",
                  "synopsis",
                  "investigator-brochure",
                  "publication",
                  "study-report",
                  "economic-method",
                  "confidentiality-agreement",
                  "other"
                ],
                "description": "One of protocol, synopsis, investigator-brochure, publication, study-report, economic-method, confidentiality-agreement, other"
              },
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
              "kind",
              "title"
            ],
            "additionalProperties": false
          }
        },
        "noPublication": {
          "type": "boolean",
          "description": "No publication, no study report is available yet"
        }
      },
      "required": [
        "items"
      ],
      "additionalProperties": false
    },
    "completenessNotified": {
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
            "description": "A missing item"
          }
        }
      },
      "required": [
        "complete"
      ],
      "additionalProperties": false
    },
    "attendeesNamed": {
      "type": "object",
      "properties": {
        "attendees": {
          "minItems": 1,
          "maxItems": 20,
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {
                "type": "string",
                "minLength": 1,
                "maxLength": 200,
                "description": "Name and capacity of the person"
              },
              "capacity": {
                "type": "string",
                "enum": [
                  "company",
                  "consultant"
                ],
                "description": "company or consultant"
              }
            },
            "required": [
              "name",
              "capacity"
            ],
            "additionalProperties": false
          }
        }
      },
      "required": [
        "attendees"
      ],
      "additionalProperties": false
    },
    "clinicalStudyStarted": {
      "type": "object",
      "properties": {
        "study": {
          "type": "string",
          "minLength": 1,
          "maxLength": 300,
          "description": "Title of the study"
        },
        "startedOn": {
          "type": "string",
          "format": "date",
          "description": "Start of the study (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
        }
      },
      "required": [
        "study",
        "startedOn"
      ],
      "additionalProperties": false
    },
    "startedStudySettled": {
      "type": "object",
      "properties": {
        "outcome": {
          "type": "string",
          "enum": [
            "maintain",
            "refuse"
          ],
          "description": "maintain the meeting, or refuse the request"
        },
        "reasons": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why"
        }
      },
      "required": [
        "outcome",
        "reasons"
      ],
      "additionalProperties": false
    },
    "admissibilityNotified": {
      "type": "object",
      "properties": {
        "accepted": {
          "type": "boolean"
        },
        "grounds": {
          "maxItems": 7,
          "type": "array",
          "items": {
            "type": "string",
            "enum": [
              "second-meeting",
              "consultant-alone",
              "main-object",
              "timing",
              "study-started",
              "lack-of-interest",
              "out-of-scope"
            ]
          },
          "description": "Grounds of a refusal: second-meeting, consultant-alone, main-object, timing, study-started, lack-of-interest, out-of-scope"
        },
        "reasons": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Reasons of a refusal"
        }
      },
      "required": [
        "accepted"
      ],
      "additionalProperties": false
    },
    "expertChosen": {
      "type": "object",
      "properties": {
        "expert": {
          "type": "string",
          "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
          "description": "Identifier of the person in the HAS's own register, never a name (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
        },
        "declarationAnalysed": {
          "type": "boolean",
          "description": "The public declaration of interests has been analysed"
        },
        "conflict": {
          "type": "string",
          "enum": [
            "none",
            "positive",
            "negative"
          ],
          "description": "Conflict of interests found: none, positive or negative"
        },
        "commissionMember": {
          "type": "boolean",
          "description": "The person is a member of the CNEDiMTS"
        }
      },
      "required": [
        "expert",
        "declarationAnalysed",
        "conflict",
        "commissionMember"
      ],
      "additionalProperties": false
    },
    "meetingPlanned": {
      "type": "object",
      "properties": {
        "on": {
          "type": "string",
          "format": "date",
          "description": "Day of the meeting (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
        },
        "at": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500,
          "description": "Time and place, or address of the video meeting"
        },
        "language": {
          "type": "string",
          "enum": [
            "fr",
            "en"
          ]
        },
        "services": {
          "maxItems": 100,
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "Another service of the HAS that attends"
          }
        }
      },
      "required": [
        "on",
        "at",
        "language"
      ],
      "additionalProperties": false
    },
    "meetingHeld": {
      "type": "object",
      "properties": {
        "applicant": {
          "minItems": 1,
          "maxItems": 20,
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {
                "type": "string",
                "minLength": 1,
                "maxLength": 200,
                "description": "Name and capacity of the person"
              },
              "capacity": {
                "type": "string",
                "enum": [
                  "company",
                  "consultant"
                ],
                "description": "company or consultant"
              }
            },
            "required": [
              "name",
              "capacity"
            ],
            "additionalProperties": false
          }
        },
        "has": {
          "minItems": 1,
          "maxItems": 50,
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "person": {
                "type": "string",
                "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
                "description": "Identifier of the person in the HAS's own register, never a name (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
              },
              "capacity": {
                "type": "string",
                "enum": [
                  "device-service",
                  "other-service",
                  "expert",
                  "commission-member"
                ]
              }
            },
            "required": [
              "person",
              "capacity"
            ],
            "additionalProperties": false
          }
        },
        "documentsDiscussed": {
          "maxItems": 200,
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 300,
            "description": "Title of a document, as it was sent"
          }
        }
      },
      "required": [
        "applicant",
        "has",
        "documentsDiscussed"
      ],
      "additionalProperties": false
    },
    "meetingNotHeld": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "enum": [
            "consultant-alone",
            "applicant-absent",
            "postponed",
            "other"
          ],
          "description": "consultant-alone, applicant-absent, postponed or other"
        },
        "detail": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "What happened"
        }
      },
      "required": [
        "reason"
      ],
      "additionalProperties": false
    },
    "minutesSubmitted": {
      "type": "object",
      "properties": {
        "minutes": {
          "type": "object",
          "properties": {
            "meetingOn": {
              "type": "string",
              "format": "date",
              "description": "Date de la RP (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
            },
            "subject": {
              "type": "object",
              "properties": {
                "tradeName": {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 200,
                  "description": "Nom commercial du dispositif"
                },
                "studyTitle": {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 500,
                  "description": "Titre de l'étude"
                },
                "protocolVersion": {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 100,
                  "description": "Version du protocole objet de la RP"
                }
              },
              "required": [
                "tradeName",
                "studyTitle",
                "protocolVersion"
              ],
              "additionalProperties": false
            },
            "participants": {
              "type": "object",
              "properties": {
                "has": {
                  "minItems": 1,
                  "maxItems": 100,
                  "type": "array",
                  "items": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 1000,
                    "description": "Pour la Haute Autorité de Santé"
                  }
                },
                "applicant": {
                  "minItems": 1,
                  "maxItems": 100,
                  "type": "array",
                  "items": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 1000,
                    "description": "Pour le demandeur"
                  }
                }
              },
              "required": [
                "has",
                "applicant"
              ],
              "additionalProperties": false
            },
            "preambleKept": {
              "type": "boolean",
              "description": "Le préambule du modèle est repris"
            },
            "supportingDocuments": {
              "maxItems": 100,
              "type": "array",
              "items": {
                "type": "string",
                "minLength": 1,
                "maxLength": 1000,
                "description": "Documents supports"
              }
            },
            "pointsDiscussed": {
              "minItems": 1,
              "maxItems": 100,
              "type": "array",
              "items": {
                "type": "string",
                "minLength": 1,
                "maxLength": 1000,
                "description": "Points discutés"
              }
            }
          },
          "required": [
            "meetingOn",
            "subject",
            "participants",
            "preambleKept",
            "supportingDocuments",
            "pointsDiscussed"
          ],
          "additionalProperties": false,
          "description": "Annexe 2 : compte rendu de rencontre précoce"
        },
        "document": {
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
            },
            "format": {
              "type": "string",
              "enum": [
                "doc",
                "docx",
                "odt",
                "pdf",
                "other"
              ]
            }
          },
          "required": [
            "title",
            "format"
          ],
          "additionalProperties": false
        }
      },
      "required": [
        "minutes",
        "document"
      ],
      "additionalProperties": false
    },
    "minutesReturned": {
      "type": "object",
      "properties": {
        "amended": {
          "type": "boolean",
          "description": "The HAS has changed the minutes"
        },
        "document": {
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
      "required": [
        "amended",
        "document"
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
