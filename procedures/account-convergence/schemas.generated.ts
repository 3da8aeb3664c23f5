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
            "description": "The account: the company's SIRET (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
          },
          "name": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "description": "Name under which the account is shown"
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
      "identityProvider": {
        "type": "object",
        "properties": {
          "registered": {
            "type": "boolean",
            "description": "The structure has its account on the identity provider (iSC)"
          },
          "representative": {
            "type": "object",
            "properties": {
              "id": {
                "type": "string",
                "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
                "description": "Identifier of the person (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
              },
              "name": {
                "type": "string",
                "minLength": 1,
                "maxLength": 200,
                "description": "Name of the person"
              },
              "role": {
                "type": "string",
                "enum": [
                  "mandataire-social",
                  "representant",
                  "salarie"
                ],
                "description": "Role in the structure: mandataire-social, representant or salarie"
              }
            },
            "required": [
              "id",
              "name",
              "role"
            ],
            "additionalProperties": false
          }
        },
        "required": [
          "registered",
          "representative"
        ],
        "additionalProperties": false
      },
      "documents": {
        "type": "object",
        "properties": {
          "kbis": {
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
          "identityDocument": {
            "type": "object",
            "properties": {
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
              },
              "validUntil": {
                "type": "string",
                "format": "date",
                "description": "Last day on which the identity document is valid (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
              }
            },
            "required": [
              "document",
              "validUntil"
            ],
            "additionalProperties": false
          }
        },
        "additionalProperties": false
      }
    },
    "required": [
      "applicant",
      "product",
      "indications",
      "identityProvider",
      "documents"
    ],
    "additionalProperties": false
  },
  "bodies": {
    "supportingDocumentRefused": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why the document isn't accepted"
        }
      },
      "required": [
        "reason"
      ],
      "additionalProperties": false
    },
    "supportingDocumentSubmitted": {
      "type": "object",
      "properties": {
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
        },
        "validUntil": {
          "type": "string",
          "format": "date",
          "description": "Last day on which the identity document is valid (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
        }
      },
      "required": [
        "document"
      ],
      "additionalProperties": false
    },
    "accountOpened": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "roleGiven": {
      "type": "object",
      "properties": {
        "person": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string",
              "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
              "description": "Identifier of the person (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
            },
            "name": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200,
              "description": "Name of the person"
            },
            "role": {
              "type": "string",
              "enum": [
                "mandataire-social",
                "representant",
                "salarie"
              ],
              "description": "Role in the structure: mandataire-social, representant or salarie"
            }
          },
          "required": [
            "id",
            "name",
            "role"
          ],
          "additionalProperties": false
        }
      },
      "required": [
        "person"
      ],
      "additionalProperties": false
    },
    "accountClosed": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why, if the company wishes to say"
        }
      },
      "additionalProperties": false
    },
    "withdrawn": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "Why, if the company wishes to say"
        }
      },
      "additionalProperties": false
    }
  }
};
