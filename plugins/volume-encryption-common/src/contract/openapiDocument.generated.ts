// Generated from openapi.yaml by `npm run generate`.
/** The HTTP contract, for servers to validate by. @public */
export const openApiDocument: object = {
  "openapi": "3.0.3",
  "info": {
    "title": "Volume Encryption",
    "version": "1",
    "description": "Whether each volume of a catalog entity is truly encrypted and who holds its key, and the operations that make encrypted volumes. No answer ever holds a token or a passphrase.",
    "license": {
      "name": "Apache-2.0",
      "url": "http://www.apache.org/licenses/LICENSE-2.0.html"
    }
  },
  "servers": [
    {
      "url": "/"
    }
  ],
  "paths": {
    "/entities/{kind}/{namespace}/{name}/volumes": {
      "get": {
        "operationId": "getEntityVolumes",
        "description": "A page of the entity's volumes, judged, from the index in memory. They are in the order of cluster (as configured), namespace and name, as of now, so a claim that comes or goes meanwhile moves those behind it to another page. What is not on the page is not judged.",
        "parameters": [
          {
            "$ref": "#/components/parameters/kind"
          },
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many volumes at most.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "required": false,
            "description": "How many volumes come before the page.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "name": "search",
            "in": "query",
            "required": false,
            "allowEmptyValue": true,
            "description": "Part of the name of a claim, a namespace or a cluster, in upper or lower case. Only such volumes are counted and answered.",
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The page, and what could not be read.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EntityVolumes"
                }
              }
            }
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/volumes/{cluster}/{claimNamespace}/{claim}": {
      "get": {
        "operationId": "getEntityVolume",
        "description": "One volume of the entity. A claim that is not the entity's is 404.",
        "parameters": [
          {
            "$ref": "#/components/parameters/kind"
          },
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          },
          {
            "$ref": "#/components/parameters/cluster"
          },
          {
            "name": "claimNamespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "claim",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The volume.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Volume"
                }
              }
            }
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/tenants": {
      "get": {
        "operationId": "getEntityTenants",
        "description": "The namespaces whose consent names an owner of the entity, where the caller may therefore ask for a volume.",
        "parameters": [
          {
            "$ref": "#/components/parameters/kind"
          },
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "$ref": "#/components/parameters/name"
          }
        ],
        "responses": {
          "200": {
            "description": "Tenants, possibly none.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TenantList"
                }
              }
            }
          }
        }
      }
    },
    "/storage-classes": {
      "get": {
        "operationId": "listStorageClasses",
        "description": "The StorageClasses of all clusters or of one, with what they ask for.",
        "parameters": [
          {
            "name": "cluster",
            "in": "query",
            "required": false,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "StorageClasses, and the clusters that could not be read.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/StorageClassList"
                }
              }
            }
          }
        }
      }
    },
    "/kms": {
      "get": {
        "operationId": "listKms",
        "description": "Health of every configured Vault or OpenBao, with its raft peers.",
        "responses": {
          "200": {
            "description": "One entry per configured KMS, healthy or not.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/KmsList"
                }
              }
            }
          }
        }
      }
    },
    "/clusters": {
      "get": {
        "operationId": "listClusters",
        "description": "Health of every configured cluster, as the watches see it.",
        "responses": {
          "200": {
            "description": "One entry per configured cluster, healthy or not.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ClusterList"
                }
              }
            }
          }
        }
      }
    },
    "/clusters/{cluster}/namespaces": {
      "get": {
        "operationId": "listNamespaces",
        "description": "The namespaces of a cluster, for the platform team.",
        "parameters": [
          {
            "$ref": "#/components/parameters/cluster"
          }
        ],
        "responses": {
          "200": {
            "description": "Namespaces with their consent and custody.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TenantList"
                }
              }
            }
          }
        }
      }
    },
    "/clusters/{cluster}/kms-connections": {
      "get": {
        "operationId": "listKmsConnections",
        "description": "The KMS connections that Ceph CSI of this cluster reads.",
        "parameters": [
          {
            "$ref": "#/components/parameters/cluster"
          }
        ],
        "responses": {
          "200": {
            "description": "Connections, with what is wrong with each.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/KmsConnectionList"
                }
              }
            }
          }
        }
      }
    },
    "/plans": {
      "post": {
        "operationId": "createPlan",
        "description": "The plan of an operation, computed from the state of now. Changes nothing. The manifests can go through a pull request instead.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/OperationRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The plan.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Plan"
                }
              }
            }
          }
        }
      }
    },
    "/operations": {
      "post": {
        "operationId": "runOperation",
        "description": "Plans and carries out an operation, step by step. Safe to run again after any failure. Closing the connection stops it between two steps.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/OperationRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What each step did.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OperationResult"
                }
              }
            }
          }
        }
      }
    }
  },
  "components": {
    "parameters": {
      "kind": {
        "name": "kind",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string"
        }
      },
      "namespace": {
        "name": "namespace",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string"
        }
      },
      "name": {
        "name": "name",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string"
        }
      },
      "cluster": {
        "name": "cluster",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string"
        }
      }
    },
    "schemas": {
      "EvidenceGrade": {
        "type": "string",
        "description": "E0 nothing, E1 asked for, E2 recorded on the PersistentVolume, E3 reported by the driver or backend, E4 observed by a mount, E5 key seen in the KMS (metadata only), E6 answer of the storage backend.",
        "enum": [
          "E0",
          "E1",
          "E2",
          "E3",
          "E4",
          "E5",
          "E6"
        ]
      },
      "Severity": {
        "type": "string",
        "enum": [
          "ok",
          "info",
          "warning",
          "error"
        ]
      },
      "Reason": {
        "type": "object",
        "description": "One finding in plain words. The code is stable, the message is not.",
        "required": [
          "code",
          "severity",
          "message"
        ],
        "additionalProperties": false,
        "properties": {
          "code": {
            "type": "string"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "message": {
            "type": "string"
          },
          "grade": {
            "$ref": "#/components/schemas/EvidenceGrade"
          }
        }
      },
      "Protection": {
        "type": "object",
        "required": [
          "verdict",
          "state",
          "grade",
          "reasons"
        ],
        "additionalProperties": false,
        "properties": {
          "verdict": {
            "type": "string",
            "enum": [
              "volume/customer-key",
              "volume/provider-key",
              "infrastructure-only",
              "none",
              "unknown"
            ]
          },
          "state": {
            "type": "string",
            "description": "prepared, the key exists and the format comes at the first mount; active, a mount is evidence; cannot-tell. Only active is a full green.",
            "enum": [
              "prepared",
              "active",
              "cannot-tell"
            ]
          },
          "grade": {
            "$ref": "#/components/schemas/EvidenceGrade"
          },
          "reasons": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Reason"
            }
          }
        }
      },
      "Custody": {
        "type": "object",
        "required": [
          "kind",
          "summary",
          "reasons"
        ],
        "additionalProperties": false,
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "held-by-kms",
              "wrapped-in-metadata",
              "shared-passphrase",
              "none",
              "unknown"
            ]
          },
          "summary": {
            "type": "string",
            "description": "One sentence, who holds the key."
          },
          "kmsId": {
            "type": "string",
            "description": "The StorageClass parameter encryptionKMSID."
          },
          "kmsType": {
            "type": "string",
            "description": "vaulttokens, vaulttenantsa, vault, metadata and so on."
          },
          "kms": {
            "type": "string",
            "description": "The portal's name of the KMS, when the connection is one it knows."
          },
          "keyPath": {
            "type": "string",
            "description": "Mount and key name, never a value."
          },
          "credential": {
            "type": "string",
            "description": "How the driver proves itself to the KMS.",
            "enum": [
              "tenant-token",
              "tenant-service-account",
              "driver-service-account",
              "secret",
              "none",
              "unknown"
            ]
          },
          "sharedBy": {
            "type": "integer",
            "description": "How many volumes this passphrase opens. Absent when not known."
          },
          "key": {
            "$ref": "#/components/schemas/KeyDescription"
          },
          "reasons": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Reason"
            }
          }
        }
      },
      "KeyDescription": {
        "type": "object",
        "description": "What the KMS says of the key without showing it.",
        "required": [
          "presence"
        ],
        "additionalProperties": false,
        "properties": {
          "presence": {
            "type": "string",
            "enum": [
              "present",
              "soft-deleted",
              "destroyed",
              "absent"
            ]
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "updatedAt": {
            "type": "string",
            "format": "date-time"
          },
          "currentVersion": {
            "type": "integer"
          },
          "writtenBy": {
            "type": "string",
            "description": "The identity that wrote the current version, in words, from the KV metadata of Vault 1.21 and later. Absent where the KMS does not say."
          },
          "writtenByTenant": {
            "type": "boolean",
            "description": "Whether that identity is the tenant's own. Absent when not known."
          }
        }
      },
      "Remount": {
        "type": "object",
        "description": "Would the next mount work now?",
        "required": [
          "verdict",
          "reasons"
        ],
        "additionalProperties": false,
        "properties": {
          "verdict": {
            "type": "string",
            "enum": [
              "ready",
              "at-risk",
              "blocked",
              "unknown"
            ]
          },
          "reasons": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Reason"
            }
          }
        }
      },
      "CustodyLink": {
        "type": "object",
        "description": "One link of the chain from claim to key.",
        "required": [
          "kind",
          "name",
          "status",
          "grade",
          "detail"
        ],
        "additionalProperties": false,
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "claim",
              "persistent-volume",
              "storage-class",
              "kms-connection",
              "tenant-credential",
              "kms",
              "key"
            ]
          },
          "name": {
            "type": "string"
          },
          "status": {
            "type": "string",
            "enum": [
              "ok",
              "warning",
              "broken",
              "unknown"
            ]
          },
          "grade": {
            "$ref": "#/components/schemas/EvidenceGrade"
          },
          "detail": {
            "type": "string"
          }
        }
      },
      "Diagnosis": {
        "type": "object",
        "description": "Why a claim is stuck, from its events, folded.",
        "required": [
          "code",
          "cause",
          "owner",
          "nextStep",
          "raw",
          "count"
        ],
        "additionalProperties": false,
        "properties": {
          "code": {
            "type": "string"
          },
          "cause": {
            "type": "string"
          },
          "owner": {
            "type": "string",
            "enum": [
              "developer",
              "platform-team",
              "vault-admin",
              "storage-admin",
              "unknown"
            ]
          },
          "nextStep": {
            "type": "string"
          },
          "raw": {
            "type": "string",
            "description": "The newest event text as it came."
          },
          "count": {
            "type": "integer"
          },
          "lastSeen": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Mount": {
        "type": "object",
        "required": [
          "pod",
          "running"
        ],
        "additionalProperties": false,
        "properties": {
          "pod": {
            "type": "string"
          },
          "node": {
            "type": "string"
          },
          "running": {
            "type": "boolean"
          }
        }
      },
      "Volume": {
        "type": "object",
        "required": [
          "cluster",
          "namespace",
          "claim",
          "phase",
          "createdAt",
          "requested",
          "mounts",
          "protection",
          "custody",
          "remount",
          "chain",
          "diagnoses",
          "observedAt"
        ],
        "additionalProperties": false,
        "properties": {
          "cluster": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "claim": {
            "type": "string"
          },
          "phase": {
            "type": "string",
            "enum": [
              "Pending",
              "Bound",
              "Lost"
            ]
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "requested": {
            "type": "string",
            "description": "Kubernetes quantity, such as 10Gi."
          },
          "capacity": {
            "type": "string",
            "description": "Kubernetes quantity, such as 10Gi."
          },
          "storageClass": {
            "type": "string"
          },
          "bindingMode": {
            "type": "string",
            "enum": [
              "Immediate",
              "WaitForFirstConsumer"
            ]
          },
          "persistentVolume": {
            "type": "string"
          },
          "driver": {
            "type": "string"
          },
          "volumeHandle": {
            "type": "string"
          },
          "mounts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Mount"
            }
          },
          "protection": {
            "$ref": "#/components/schemas/Protection"
          },
          "custody": {
            "$ref": "#/components/schemas/Custody"
          },
          "remount": {
            "$ref": "#/components/schemas/Remount"
          },
          "chain": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CustodyLink"
            }
          },
          "diagnoses": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Diagnosis"
            }
          },
          "observedAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the cluster last confirmed these facts."
          },
          "keyObservedAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the KMS last answered for the key."
          }
        }
      },
      "SourceProblem": {
        "type": "object",
        "description": "A cluster, KMS or namespace that could not be read. Its rows are missing or old.",
        "required": [
          "source",
          "name",
          "code",
          "message"
        ],
        "additionalProperties": false,
        "properties": {
          "source": {
            "type": "string",
            "enum": [
              "cluster",
              "kms",
              "namespace"
            ]
          },
          "name": {
            "type": "string"
          },
          "code": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "since": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "EntityVolumes": {
        "type": "object",
        "required": [
          "entityRef",
          "channel",
          "revision",
          "total",
          "offset",
          "limit",
          "volumes",
          "problems"
        ],
        "additionalProperties": false,
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "channel": {
            "type": "string",
            "description": "The signal channel that says when to read again."
          },
          "revision": {
            "type": "integer"
          },
          "total": {
            "type": "integer",
            "description": "How many volumes match, on this page or another."
          },
          "offset": {
            "type": "integer",
            "description": "How many of them come before this page."
          },
          "limit": {
            "type": "integer",
            "description": "How many the page holds at most."
          },
          "volumes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Volume"
            }
          },
          "problems": {
            "type": "array",
            "description": "Clusters and namespaces that could not be read, whatever the page, and KMSs that volumes of the page rest on.",
            "items": {
              "$ref": "#/components/schemas/SourceProblem"
            }
          }
        }
      },
      "Tenant": {
        "type": "object",
        "required": [
          "cluster",
          "namespace",
          "id",
          "custodies"
        ],
        "additionalProperties": false,
        "properties": {
          "cluster": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "id": {
            "type": "string",
            "description": "<cluster>.<namespace>"
          },
          "owner": {
            "type": "string",
            "description": "Entity ref from the consent annotation."
          },
          "custodies": {
            "type": "array",
            "description": "The kinds of tenant credential found in the namespace.",
            "items": {
              "type": "string",
              "enum": [
                "vaulttenantsa",
                "vaulttokens"
              ]
            }
          }
        }
      },
      "TenantList": {
        "type": "object",
        "required": [
          "items",
          "problems"
        ],
        "additionalProperties": false,
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Tenant"
            }
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SourceProblem"
            }
          }
        }
      },
      "StorageClass": {
        "type": "object",
        "required": [
          "cluster",
          "name",
          "provisioner",
          "encryption",
          "isDefault",
          "bindingMode",
          "reclaimPolicy",
          "createdAt",
          "reasons"
        ],
        "additionalProperties": false,
        "properties": {
          "cluster": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "provisioner": {
            "type": "string"
          },
          "encryption": {
            "type": "string",
            "description": "What the class asks the driver for. Not evidence for a volume.",
            "enum": [
              "block",
              "file",
              "none",
              "invalid",
              "unknown"
            ]
          },
          "kmsId": {
            "type": "string"
          },
          "kmsType": {
            "type": "string"
          },
          "isDefault": {
            "type": "boolean"
          },
          "bindingMode": {
            "type": "string",
            "enum": [
              "Immediate",
              "WaitForFirstConsumer"
            ]
          },
          "reclaimPolicy": {
            "type": "string",
            "enum": [
              "Delete",
              "Retain",
              "Recycle"
            ]
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "reasons": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Reason"
            }
          }
        }
      },
      "StorageClassList": {
        "type": "object",
        "required": [
          "items",
          "problems"
        ],
        "additionalProperties": false,
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/StorageClass"
            }
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SourceProblem"
            }
          }
        }
      },
      "RaftPeer": {
        "type": "object",
        "required": [
          "nodeId",
          "address",
          "leader",
          "voter"
        ],
        "additionalProperties": false,
        "properties": {
          "nodeId": {
            "type": "string"
          },
          "address": {
            "type": "string"
          },
          "leader": {
            "type": "boolean"
          },
          "voter": {
            "type": "boolean"
          }
        }
      },
      "Kms": {
        "type": "object",
        "required": [
          "name",
          "address",
          "state",
          "peers",
          "observedAt"
        ],
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string"
          },
          "address": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "active",
              "standby",
              "sealed",
              "uninitialised",
              "unreachable",
              "unknown"
            ]
          },
          "version": {
            "type": "string"
          },
          "clusterName": {
            "type": "string"
          },
          "message": {
            "type": "string",
            "description": "What to do next, when not active."
          },
          "peers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RaftPeer"
            }
          },
          "peersMessage": {
            "type": "string",
            "description": "Why peers could not be listed, or which are not well."
          },
          "observedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "KmsList": {
        "type": "object",
        "required": [
          "items"
        ],
        "additionalProperties": false,
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Kms"
            }
          }
        }
      },
      "Cluster": {
        "type": "object",
        "required": [
          "name",
          "state",
          "resources"
        ],
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "synced",
              "syncing",
              "stale",
              "unreachable",
              "denied"
            ]
          },
          "message": {
            "type": "string"
          },
          "observedAt": {
            "type": "string",
            "format": "date-time"
          },
          "resources": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "kind",
                "state",
                "count"
              ],
              "additionalProperties": false,
              "properties": {
                "kind": {
                  "type": "string"
                },
                "state": {
                  "type": "string",
                  "enum": [
                    "synced",
                    "syncing",
                    "stale",
                    "unreachable",
                    "denied"
                  ]
                },
                "count": {
                  "type": "integer"
                },
                "message": {
                  "type": "string"
                },
                "observedAt": {
                  "type": "string",
                  "format": "date-time"
                }
              }
            }
          }
        }
      },
      "ClusterList": {
        "type": "object",
        "required": [
          "items"
        ],
        "additionalProperties": false,
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Cluster"
            }
          }
        }
      },
      "KmsConnection": {
        "type": "object",
        "required": [
          "cluster",
          "kmsId",
          "kmsType",
          "reasons"
        ],
        "additionalProperties": false,
        "properties": {
          "cluster": {
            "type": "string"
          },
          "kmsId": {
            "type": "string"
          },
          "kmsType": {
            "type": "string"
          },
          "kms": {
            "type": "string"
          },
          "address": {
            "type": "string"
          },
          "reasons": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Reason"
            }
          }
        }
      },
      "KmsConnectionList": {
        "type": "object",
        "required": [
          "items",
          "problems"
        ],
        "additionalProperties": false,
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/KmsConnection"
            }
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SourceProblem"
            }
          }
        }
      },
      "StorageClassRequest": {
        "type": "object",
        "required": [
          "operation",
          "cluster",
          "name",
          "kmsId",
          "provisioner",
          "clusterId",
          "pool",
          "secretNamespace"
        ],
        "additionalProperties": false,
        "properties": {
          "operation": {
            "type": "string",
            "enum": [
              "storage-class"
            ]
          },
          "cluster": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "kmsId": {
            "type": "string",
            "description": "A connection that exists on this cluster."
          },
          "provisioner": {
            "type": "string",
            "description": "Such as rook-ceph.rbd.csi.ceph.com."
          },
          "clusterId": {
            "type": "string",
            "description": "The Ceph cluster's id as Ceph CSI knows it."
          },
          "pool": {
            "type": "string",
            "description": "RBD pool or CephFS filesystem name."
          },
          "secretNamespace": {
            "type": "string",
            "description": "Where the CSI Secrets are."
          },
          "provisionerSecret": {
            "type": "string",
            "description": "Without it rook-csi-rbd-provisioner or rook-csi-cephfs-provisioner, by the driver."
          },
          "nodeSecret": {
            "type": "string",
            "description": "Without it rook-csi-rbd-node or rook-csi-cephfs-node, by the driver."
          },
          "reclaimPolicy": {
            "type": "string",
            "enum": [
              "Delete",
              "Retain"
            ],
            "default": "Delete"
          },
          "bindingMode": {
            "type": "string",
            "enum": [
              "Immediate",
              "WaitForFirstConsumer"
            ],
            "default": "Immediate"
          }
        }
      },
      "TenantSecretRequest": {
        "type": "object",
        "required": [
          "operation",
          "cluster",
          "namespace",
          "kmsId"
        ],
        "additionalProperties": false,
        "properties": {
          "operation": {
            "type": "string",
            "enum": [
              "tenant-secret"
            ]
          },
          "cluster": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "kmsId": {
            "type": "string",
            "description": "A vaulttokens connection of this cluster."
          }
        }
      },
      "TenantServiceAccountRequest": {
        "type": "object",
        "required": [
          "operation",
          "cluster",
          "namespace",
          "kmsId"
        ],
        "additionalProperties": false,
        "properties": {
          "operation": {
            "type": "string",
            "enum": [
              "tenant-service-account"
            ]
          },
          "cluster": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "kmsId": {
            "type": "string",
            "description": "A vaulttenantsa connection of this cluster."
          }
        }
      },
      "ClaimRequest": {
        "type": "object",
        "required": [
          "operation",
          "entityRef",
          "cluster",
          "namespace",
          "name",
          "storageClass",
          "size"
        ],
        "additionalProperties": false,
        "properties": {
          "operation": {
            "type": "string",
            "enum": [
              "claim"
            ]
          },
          "entityRef": {
            "type": "string"
          },
          "cluster": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "storageClass": {
            "type": "string"
          },
          "size": {
            "type": "string",
            "description": "Kubernetes quantity, such as 10Gi."
          },
          "accessMode": {
            "type": "string",
            "enum": [
              "ReadWriteOnce",
              "ReadWriteOncePod",
              "ReadWriteMany"
            ],
            "default": "ReadWriteOnce"
          },
          "volumeMode": {
            "type": "string",
            "enum": [
              "Filesystem",
              "Block"
            ],
            "default": "Filesystem"
          }
        }
      },
      "OperationRequest": {
        "oneOf": [
          {
            "$ref": "#/components/schemas/StorageClassRequest"
          },
          {
            "$ref": "#/components/schemas/TenantSecretRequest"
          },
          {
            "$ref": "#/components/schemas/TenantServiceAccountRequest"
          },
          {
            "$ref": "#/components/schemas/ClaimRequest"
          }
        ],
        "discriminator": {
          "propertyName": "operation",
          "mapping": {
            "storage-class": "#/components/schemas/StorageClassRequest",
            "tenant-secret": "#/components/schemas/TenantSecretRequest",
            "tenant-service-account": "#/components/schemas/TenantServiceAccountRequest",
            "claim": "#/components/schemas/ClaimRequest"
          }
        }
      },
      "PlanStep": {
        "type": "object",
        "required": [
          "id",
          "title",
          "change"
        ],
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "change": {
            "type": "string",
            "description": "What the step would do to the state of now.",
            "enum": [
              "create",
              "update",
              "none"
            ]
          }
        }
      },
      "Plan": {
        "type": "object",
        "required": [
          "operation",
          "steps",
          "manifests",
          "notes"
        ],
        "additionalProperties": false,
        "properties": {
          "operation": {
            "type": "string"
          },
          "steps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlanStep"
            }
          },
          "manifests": {
            "type": "string",
            "description": "YAML of the Kubernetes objects, without any secret value."
          },
          "notes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Reason"
            }
          }
        }
      },
      "StepResult": {
        "type": "object",
        "required": [
          "id",
          "title",
          "outcome"
        ],
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "outcome": {
            "type": "string",
            "enum": [
              "created",
              "updated",
              "unchanged"
            ]
          }
        }
      },
      "ObjectReference": {
        "type": "object",
        "required": [
          "kind",
          "name"
        ],
        "additionalProperties": false,
        "properties": {
          "kind": {
            "type": "string"
          },
          "cluster": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        }
      },
      "OperationResult": {
        "type": "object",
        "required": [
          "operation",
          "steps",
          "references",
          "notes"
        ],
        "additionalProperties": false,
        "properties": {
          "operation": {
            "type": "string"
          },
          "steps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/StepResult"
            }
          },
          "references": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ObjectReference"
            }
          },
          "notes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Reason"
            }
          }
        }
      }
    }
  }
};
