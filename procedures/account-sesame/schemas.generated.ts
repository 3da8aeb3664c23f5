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
      "attestation": {
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
          "stamped": {
            "type": "boolean",
            "description": "The attestation bears the company's stamp"
          },
          "signedBy": {
            "type": "string",
            "enum": [
              "legal-representative",
              "other"
            ],
            "description": "legal-representative, or other (the attestation is then not valid)"
          },
          "managers": {
            "minItems": 1,
            "maxItems": 20,
            "type": "array",
            "items": {
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
                "email": {
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 200,
                  "description": "E-mail address"
                }
              },
              "required": [
                "id",
                "name"
              ],
              "additionalProperties": false
            }
          }
        },
        "required": [
          "document",
          "stamped",
          "signedBy",
          "managers"
        ],
        "additionalProperties": false
      }
    },
    "required": [
      "applicant",
      "product",
      "indications",
      "attestation"
    ],
    "additionalProperties": false
  },
  "bodies": {
    "attestationReturned": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "What is wrong with the attestation"
        }
      },
      "required": [
        "reason"
      ],
      "additionalProperties": false
    },
    "attestationSubmitted": {
      "type": "object",
      "properties": {
        "attestation": {
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
            "stamped": {
              "type": "boolean",
              "description": "The attestation bears the company's stamp"
            },
            "signedBy": {
              "type": "string",
              "enum": [
                "legal-representative",
                "other"
              ],
              "description": "legal-representative, or other (the attestation is then not valid)"
            },
            "managers": {
              "minItems": 1,
              "maxItems": 20,
              "type": "array",
              "items": {
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
                  "email": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 200,
                    "description": "E-mail address"
                  }
                },
                "required": [
                  "id",
                  "name"
                ],
                "additionalProperties": false
              }
            }
          },
          "required": [
            "document",
            "stamped",
            "signedBy",
            "managers"
          ],
          "additionalProperties": false
        }
      },
      "required": [
        "attestation"
      ],
      "additionalProperties": false
    },
    "accountOpened": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "contributorCreated": {
      "type": "object",
      "properties": {
        "manager": {
          "type": "string",
          "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
          "description": "Manager who creates the contributor (letters, digits, \".\", \"_\", \"-\"; 64 at most)"
        },
        "contributor": {
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
            "email": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200,
              "description": "E-mail address"
            }
          },
          "required": [
            "id",
            "name"
          ],
          "additionalProperties": false
        }
      },
      "required": [
        "manager",
        "contributor"
      ],
      "additionalProperties": false
    },
    "delegationGiven": {
      "type": "object",
      "properties": {
        "consultant": {
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
            "email": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200,
              "description": "E-mail address"
            }
          },
          "required": [
            "id",
            "name"
          ],
          "additionalProperties": false
        },
        "organisation": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "Consulting company"
        },
        "designatedBy": {
          "type": "string",
          "enum": [
            "legal-representative",
            "other"
          ],
          "description": "legal-representative, or other (the delegation is then not valid)"
        },
        "from": {
          "type": "string",
          "format": "date",
          "description": "First day of the delegation (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
        },
        "until": {
          "type": "string",
          "format": "date",
          "description": "Last day of the delegation (a day that exists, as YYYY-MM-DD, from 1981-01-01 to 2199-12-31)"
        },
        "scope": {
          "type": "string",
          "enum": [
            "file-and-follow",
            "follow"
          ],
          "description": "What he may do with the requests that he has opened, and with no others"
        },
        "procedures": {
          "maxItems": 50,
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1,
            "maxLength": 60,
            "description": "Name of a procedure"
          },
          "description": "Procedures to which the delegation is limited; all when absent"
        }
      },
      "required": [
        "consultant",
        "organisation",
        "designatedBy",
        "from",
        "scope"
      ],
      "additionalProperties": false
    },
    "consultantAccessOpened": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "delegationRevoked": {
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
    "managersDesignated": {
      "type": "object",
      "properties": {
        "attestation": {
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
            "stamped": {
              "type": "boolean",
              "description": "The attestation bears the company's stamp"
            },
            "signedBy": {
              "type": "string",
              "enum": [
                "legal-representative",
                "other"
              ],
              "description": "legal-representative, or other (the attestation is then not valid)"
            },
            "managers": {
              "minItems": 1,
              "maxItems": 20,
              "type": "array",
              "items": {
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
                  "email": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 200,
                    "description": "E-mail address"
                  }
                },
                "required": [
                  "id",
                  "name"
                ],
                "additionalProperties": false
              }
            }
          },
          "required": [
            "document",
            "stamped",
            "signedBy",
            "managers"
          ],
          "additionalProperties": false
        }
      },
      "required": [
        "attestation"
      ],
      "additionalProperties": false
    },
    "managersRecorded": {
      "type": "object",
      "properties": {},
      "additionalProperties": false
    },
    "managersReturned": {
      "type": "object",
      "properties": {
        "reason": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4000,
          "description": "What is wrong with the attestation"
        }
      },
      "required": [
        "reason"
      ],
      "additionalProperties": false
    },
    "notificationOptionSet": {
      "type": "object",
      "properties": {
        "active": {
          "type": "boolean"
        }
      },
      "required": [
        "active"
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
