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
        "type": "object",
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "e-mail",
              "guichet"
            ]
          },
          "address": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "description": "Address to which the e-mail was sent"
          }
        },
        "required": [
          "kind"
        ],
        "additionalProperties": false
      },
      "kind": {
        "type": "string",
        "enum": [
          "technical-regulatory",
          "economic"
        ],
        "description": "technical-regulatory, or economic (with the DEAI, preparing an economic opinion)"
      },
      "category": {
        "type": "string",
        "enum": [
          "medical-device",
          "other"
        ],
        "description": "What the product is: these appointments are for devices"
      },
      "topics": {
        "minItems": 1,
        "maxItems": 7,
        "type": "array",
        "items": {
          "type": "string",
          "enum": [
            "lppr",
            "latm",
            "pecan",
            "file-content",
            "economic-evaluation",
            "study-protocol",
            "other"
          ]
        }
      },
      "questions": {
        "minItems": 1,
        "maxItems": 100,
        "type": "array",
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 1000,
          "description": "A question"
        }
      },
      "documents": {
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
      }
    },
    "required": [
      "applicant",
      "product",
      "indications",
      "channel",
      "kind",
      "category",
      "topics",
      "questions"
    ],
    "additionalProperties": false
  },
  "bodies": {
    "documentsSubmitted": {
      "type": "object",
      "properties": {
        "documents": {
          "minItems": 1,
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
        "documents"
      ],
      "additionalProperties": false
    },
    "meetingPlanned": {
      "type": "object",
      "properties": {
        "on": {
          "type": "string",
          "format": "date",
          "description": "Day of the appointment (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
        },
        "at": {
          "type": "string",
          "minLength": 1,
          "maxLength": 500,
          "description": "Time and place, or address of the video meeting"
        }
      },
      "required": [
        "on",
        "at"
      ],
      "additionalProperties": false
    },
    "requestRedirected": {
      "type": "object",
      "properties": {
        "to": {
          "type": "string",
          "enum": [
            "rencontre-precoce",
            "forfait-innovation",
            "digital-health"
          ],
          "description": "Who answers such questions: rencontre-precoce, forfait-innovation or digital-health"
        },
        "reasons": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why"
        }
      },
      "required": [
        "to",
        "reasons"
      ],
      "additionalProperties": false
    },
    "meetingHeld": {
      "type": "object",
      "properties": {
        "participants": {
          "minItems": 1,
          "maxItems": 100,
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1000,
            "description": "A participant"
          }
        }
      },
      "required": [
        "participants"
      ],
      "additionalProperties": false
    },
    "meetingNotHeld": {
      "type": "object",
      "properties": {
        "reason": {
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
