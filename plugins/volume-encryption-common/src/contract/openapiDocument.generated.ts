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
          },
          "default": {
            "$ref": "#/components/responses/Error"
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
          },
          "default": {
            "$ref": "#/components/responses/Error"
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
          },
          "default": {
            "$ref": "#/components/responses/Error"
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
          },
          "default": {
            "$ref": "#/components/responses/Error"
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
          },
          "default": {
            "$ref": "#/components/responses/Error"
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
          },
          "default": {
            "$ref": "#/components/responses/Error"
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
          },
          "default": {
            "$ref": "#/components/responses/Error"
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
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/capabilities": {
      "get": {
        "operationId": "getCapabilities",
        "description": "What the caller may do, so that a page offers nothing that would be refused. Resource permissions are judged for the entity that is named; without one they are left out.",
        "parameters": [
          {
            "name": "entityRef",
            "in": "query",
            "required": false,
            "description": "The entity that resource permissions are asked for.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One entry per permission.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Capabilities"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tenants": {
      "get": {
        "operationId": "listTenants",
        "description": "The tenants of all clusters or of one, with what their credential is and when it ends, from the index in memory and the portal's records. In the order of cluster (as configured) and namespace.",
        "parameters": [
          {
            "name": "cluster",
            "in": "query",
            "required": false,
            "description": "Only tenants of this cluster.",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "search",
            "in": "query",
            "required": false,
            "description": "Part of a namespace, a cluster or an owner.",
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "state",
            "in": "query",
            "required": false,
            "description": "Only tenants whose credential is in this state.",
            "schema": {
              "$ref": "#/components/schemas/TenantCredentialState"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many at most.",
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
            "description": "How many come before the page.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The page, and what could not be read.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TenantPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tenants/{cluster}/{namespace}": {
      "get": {
        "operationId": "inspectTenant",
        "description": "One tenant, asked of cluster and KMS now - each difference between what should be and what is, and a page of its keys with who wrote them. No key is read.",
        "parameters": [
          {
            "$ref": "#/components/parameters/cluster"
          },
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "name": "custody",
            "in": "query",
            "required": false,
            "description": "Of the credentials of the namespace the one of this custody, where it has several; else the first.",
            "schema": {
              "$ref": "#/components/schemas/TenantCustody"
            }
          },
          {
            "name": "kms",
            "in": "query",
            "required": false,
            "description": "The one for this KMS, by the portal's name of it.",
            "schema": {
              "type": "string"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many at most.",
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
            "description": "How many come before the page.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The tenant.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TenantInspection"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/coverage": {
      "get": {
        "operationId": "getCoverage",
        "description": "How many volumes of all clusters are encrypted, by cluster, owner, driver or StorageClass, those with the most unencrypted volumes first. From the index in memory; no request asks a cluster or a KMS.",
        "parameters": [
          {
            "name": "by",
            "in": "query",
            "required": true,
            "description": "What the volumes are counted by.",
            "schema": {
              "$ref": "#/components/schemas/CoverageBy"
            }
          },
          {
            "$ref": "#/components/parameters/whereCluster"
          },
          {
            "$ref": "#/components/parameters/whereNamespace"
          },
          {
            "$ref": "#/components/parameters/whereOwner"
          },
          {
            "$ref": "#/components/parameters/whereDriver"
          },
          {
            "$ref": "#/components/parameters/whereStorageClass"
          },
          {
            "$ref": "#/components/parameters/wherePhase"
          },
          {
            "$ref": "#/components/parameters/whereProtection"
          },
          {
            "$ref": "#/components/parameters/whereState"
          },
          {
            "$ref": "#/components/parameters/whereInFlight"
          },
          {
            "$ref": "#/components/parameters/whereRemount"
          },
          {
            "$ref": "#/components/parameters/whereImpact"
          },
          {
            "$ref": "#/components/parameters/whereReason"
          },
          {
            "$ref": "#/components/parameters/whereSearch"
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many at most.",
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
            "description": "How many come before the page.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of the counts, and what could not be read.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Coverage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/volumes": {
      "get": {
        "operationId": "listVolumes",
        "description": "The volumes of all clusters, those with the gravest finding first, then by cluster, namespace and claim. Their keys are not asked for; what was seen of them in the last minutes counts.",
        "parameters": [
          {
            "$ref": "#/components/parameters/whereCluster"
          },
          {
            "$ref": "#/components/parameters/whereNamespace"
          },
          {
            "$ref": "#/components/parameters/whereOwner"
          },
          {
            "$ref": "#/components/parameters/whereDriver"
          },
          {
            "$ref": "#/components/parameters/whereStorageClass"
          },
          {
            "$ref": "#/components/parameters/wherePhase"
          },
          {
            "$ref": "#/components/parameters/whereProtection"
          },
          {
            "$ref": "#/components/parameters/whereState"
          },
          {
            "$ref": "#/components/parameters/whereInFlight"
          },
          {
            "$ref": "#/components/parameters/whereRemount"
          },
          {
            "$ref": "#/components/parameters/whereImpact"
          },
          {
            "$ref": "#/components/parameters/whereReason"
          },
          {
            "$ref": "#/components/parameters/whereSearch"
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many at most.",
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
            "description": "How many come before the page.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of volumes, and what could not be read.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PlatformVolumePage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/volumes.csv": {
      "get": {
        "operationId": "exportVolumes",
        "description": "All of them as a CSV file (RFC 4180, UTF-8), in the same order. Cells that a spreadsheet would take for a formula begin with an apostrophe. Lines at the end that begin with `#` say what could not be read, and the very last one how many volumes there are; a file without it is not whole.",
        "parameters": [
          {
            "$ref": "#/components/parameters/whereCluster"
          },
          {
            "$ref": "#/components/parameters/whereNamespace"
          },
          {
            "$ref": "#/components/parameters/whereOwner"
          },
          {
            "$ref": "#/components/parameters/whereDriver"
          },
          {
            "$ref": "#/components/parameters/whereStorageClass"
          },
          {
            "$ref": "#/components/parameters/wherePhase"
          },
          {
            "$ref": "#/components/parameters/whereProtection"
          },
          {
            "$ref": "#/components/parameters/whereState"
          },
          {
            "$ref": "#/components/parameters/whereInFlight"
          },
          {
            "$ref": "#/components/parameters/whereRemount"
          },
          {
            "$ref": "#/components/parameters/whereImpact"
          },
          {
            "$ref": "#/components/parameters/whereReason"
          },
          {
            "$ref": "#/components/parameters/whereSearch"
          }
        ],
        "responses": {
          "200": {
            "description": "The file.",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/findings": {
      "get": {
        "operationId": "listFindings",
        "description": "What is not as it should be, what hurts first first; folded where several volumes of one tenant, class, KMS or cluster share a reason.",
        "parameters": [
          {
            "$ref": "#/components/parameters/whereCluster"
          },
          {
            "$ref": "#/components/parameters/whereNamespace"
          },
          {
            "$ref": "#/components/parameters/whereOwner"
          },
          {
            "$ref": "#/components/parameters/whereDriver"
          },
          {
            "$ref": "#/components/parameters/whereStorageClass"
          },
          {
            "$ref": "#/components/parameters/wherePhase"
          },
          {
            "$ref": "#/components/parameters/whereProtection"
          },
          {
            "$ref": "#/components/parameters/whereState"
          },
          {
            "$ref": "#/components/parameters/whereInFlight"
          },
          {
            "$ref": "#/components/parameters/whereRemount"
          },
          {
            "$ref": "#/components/parameters/whereImpact"
          },
          {
            "$ref": "#/components/parameters/whereReason"
          },
          {
            "$ref": "#/components/parameters/whereSearch"
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many at most.",
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
            "description": "How many come before the page.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of findings, and what could not be read.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PlatformFindingPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/findings.csv": {
      "get": {
        "operationId": "exportFindings",
        "description": "All of them as a CSV file, as `/volumes.csv` is one.",
        "parameters": [
          {
            "$ref": "#/components/parameters/whereCluster"
          },
          {
            "$ref": "#/components/parameters/whereNamespace"
          },
          {
            "$ref": "#/components/parameters/whereOwner"
          },
          {
            "$ref": "#/components/parameters/whereDriver"
          },
          {
            "$ref": "#/components/parameters/whereStorageClass"
          },
          {
            "$ref": "#/components/parameters/wherePhase"
          },
          {
            "$ref": "#/components/parameters/whereProtection"
          },
          {
            "$ref": "#/components/parameters/whereState"
          },
          {
            "$ref": "#/components/parameters/whereInFlight"
          },
          {
            "$ref": "#/components/parameters/whereRemount"
          },
          {
            "$ref": "#/components/parameters/whereImpact"
          },
          {
            "$ref": "#/components/parameters/whereReason"
          },
          {
            "$ref": "#/components/parameters/whereSearch"
          }
        ],
        "responses": {
          "200": {
            "description": "The file.",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/overview/trend": {
      "get": {
        "operationId": "getTrend",
        "description": "The coverage over time as it was recorded, once for each day, cluster and owner: day by day, and week by week for more than 91 days. From the plugin's database; no request asks a cluster or a KMS.",
        "parameters": [
          {
            "$ref": "#/components/parameters/whereCluster"
          },
          {
            "$ref": "#/components/parameters/whereOwner"
          },
          {
            "name": "days",
            "in": "query",
            "required": false,
            "description": "How many days back from today, in UTC, today included.",
            "schema": {
              "type": "integer",
              "minimum": 7,
              "maximum": 728,
              "default": 91
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A point for each day or week, the oldest first.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Trend"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/overview/trend.csv": {
      "get": {
        "operationId": "exportTrend",
        "description": "The same as a CSV file, as `/volumes.csv` is one. Where nothing was recorded the cells of a day are empty.",
        "parameters": [
          {
            "$ref": "#/components/parameters/whereCluster"
          },
          {
            "$ref": "#/components/parameters/whereOwner"
          },
          {
            "name": "days",
            "in": "query",
            "required": false,
            "description": "How many days back from today, in UTC, today included.",
            "schema": {
              "type": "integer",
              "minimum": 7,
              "maximum": 728,
              "default": 91
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The file.",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/receipts": {
      "get": {
        "operationId": "listReceipts",
        "description": "Receipts of shredded tenants, newest first.",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many at most.",
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
            "description": "How many come before the page.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ReceiptPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/kms/{kms}/custody-setup": {
      "get": {
        "operationId": "getCustodySetup",
        "description": "The set-up that an administrator applies once for one cluster, rendered for review and download. The portal never holds the right to apply it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/kms"
          },
          {
            "name": "cluster",
            "in": "query",
            "required": true,
            "description": "The cluster whose tenants the set-up is for.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Files and commands.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CustodySetup"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/kms/{kms}/custody-drift": {
      "get": {
        "operationId": "getCustodyDrift",
        "description": "How the policies and roles in the KMS differ from that set-up, line by line.",
        "parameters": [
          {
            "$ref": "#/components/parameters/kms"
          },
          {
            "name": "cluster",
            "in": "query",
            "required": true,
            "description": "The cluster whose tenants the set-up is for.",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "One entry per object of the set-up.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CustodyDrift"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/kms/{kms}/identity": {
      "get": {
        "operationId": "getPortalIdentity",
        "description": "What the portal's own identity may do in the KMS, asked of it, beside what it has to be allowed and no more; and the same of the credential that destroys keys.",
        "parameters": [
          {
            "$ref": "#/components/parameters/kms"
          }
        ],
        "responses": {
          "200": {
            "description": "One entry per path.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PortalIdentity"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/kms/{kms}/isolation": {
      "get": {
        "operationId": "getIsolation",
        "description": "What each tenant's credential may do on the paths of all the others. A page is of the tenants whose credential is looked at; each is held against all tenants of the KMS. All of them are looked at together, and the pages of the next half minute are of that look.",
        "parameters": [
          {
            "$ref": "#/components/parameters/kms"
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many at most.",
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
            "description": "How many come before the page.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The page, and what is not as it must be.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IsolationMatrix"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/kms/{kms}/keys": {
      "get": {
        "operationId": "listKmsKeys",
        "description": "The keys of all tenants in the KMS and those that should be there, each held against the volumes and snapshots of every cluster that uses the KMS. What hurts first first. Nothing is asked for a request: the KMS is asked for lists of names again and again, a limited number at a time; `looks` says how old they are.",
        "parameters": [
          {
            "$ref": "#/components/parameters/kms"
          },
          {
            "$ref": "#/components/parameters/whereKeyState"
          },
          {
            "$ref": "#/components/parameters/whereKey"
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many at most.",
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
            "description": "How many come before the page.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of keys, and what could not be read.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/KmsKeyPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/kms/{kms}/keys.csv": {
      "get": {
        "operationId": "exportKmsKeys",
        "description": "All of them as a CSV file, as `/volumes.csv` is one.",
        "parameters": [
          {
            "$ref": "#/components/parameters/kms"
          },
          {
            "$ref": "#/components/parameters/whereKeyState"
          },
          {
            "$ref": "#/components/parameters/whereKey"
          }
        ],
        "responses": {
          "200": {
            "description": "The file.",
            "content": {
              "text/csv": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/clusters/{cluster}/kms-source": {
      "get": {
        "operationId": "getKmsSource",
        "description": "Which ConfigMap the Ceph CSI of this cluster reads its KMS connections from, and how that is known.",
        "parameters": [
          {
            "$ref": "#/components/parameters/cluster"
          }
        ],
        "responses": {
          "200": {
            "description": "The source in force.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/KmsSource"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/volumes/{cluster}/{claimNamespace}/{claim}/key-rotation": {
      "get": {
        "operationId": "getKeyRotation",
        "description": "How and when the key of one volume of the entity is changed by csi- addons, which is a thing apart from the tenant's credential.",
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
            "description": "Schedule and runs.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/KeyRotation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/volumes/{cluster}/{claimNamespace}/{claim}/move-plan": {
      "get": {
        "operationId": "getMovePlan",
        "description": "How to move the data of one volume of the entity to an encrypted one - what stands in the way, the steps and who takes each, and the manifests. Starts nothing. Asks the cluster, as a dry run, whether it would take the new claim. Needs the permission to ask for volumes of the entity.",
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
          },
          {
            "name": "storageClass",
            "in": "query",
            "required": true,
            "description": "The encrypted class of the new volume.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 253
            }
          },
          {
            "name": "newClaim",
            "in": "query",
            "required": false,
            "description": "Name of the new claim; the old one's with `-encrypted` if absent.",
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 253
            }
          },
          {
            "name": "size",
            "in": "query",
            "required": false,
            "description": "Kubernetes quantity. That of the old volume if absent, and of a block volume 16Mi more, which the header of the encryption takes.",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 64
            }
          },
          {
            "name": "image",
            "in": "query",
            "required": false,
            "description": "Image of the Job that copies, with bash, GNU tar, coreutils, findutils and diffutils, and for block volumes util-linux.",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "minLength": 1,
              "maxLength": 512
            }
          },
          {
            "name": "runAsUser",
            "in": "query",
            "required": false,
            "description": "User that the Job runs as where none may run as root; root if absent.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 2147483647
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The plan, also where something stands in the way.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/MovePlan"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/timeline": {
      "get": {
        "operationId": "getEntityTimeline",
        "description": "What changed with the entity's volumes, and with the KMSs and clusters that they rest on, newest first; also of volumes that are gone.",
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
            "description": "How many at most.",
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
            "description": "How many come before the page.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TimelinePage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/entities/{kind}/{namespace}/{name}/volumes/{cluster}/{claimNamespace}/{claim}/timeline": {
      "get": {
        "operationId": "getVolumeTimeline",
        "description": "The same for one volume of the entity, and the KMS and the cluster that it rests on. A claim that is not the entity's is 404.",
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
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many at most.",
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
            "description": "How many come before the page.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TimelinePage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/tenants/{cluster}/{namespace}/timeline": {
      "get": {
        "operationId": "getTenantTimeline",
        "description": "What changed with the credentials of a tenant, newest first.",
        "parameters": [
          {
            "$ref": "#/components/parameters/cluster"
          },
          {
            "$ref": "#/components/parameters/namespace"
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many at most.",
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
            "description": "How many come before the page.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/TimelinePage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/catalog-facts": {
      "get": {
        "operationId": "listCatalogFacts",
        "description": "What the catalog may know - clusters, KMSs, StorageClasses and tenants, what each rests on, and the entities whose volumes rest on it - from the index in memory, in the order of their ids.",
        "parameters": [
          {
            "name": "after",
            "in": "query",
            "required": false,
            "description": "The id that the page before ended with. So what comes or goes between two pages neither hides nor repeats another.",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 400
            }
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many at most.",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 50
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The page, and the clusters of which facts may lack.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CatalogFactPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/blast-radius": {
      "get": {
        "operationId": "getBlastRadius",
        "description": "How many volumes rest on a KMS, StorageClass or tenant, and a page of the entities that they are of, from the index in memory.",
        "parameters": [
          {
            "name": "of",
            "in": "query",
            "required": true,
            "description": "The id among the catalog's facts, such as kms/vault.",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 400
            }
          },
          {
            "name": "limit",
            "in": "query",
            "required": false,
            "description": "How many at most.",
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
            "description": "How many come before the page.",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The counts and the page, and what could not be read.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BlastRadius"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
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
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/preflights": {
      "post": {
        "operationId": "createPreflight",
        "description": "What stands in the way of a claim, looked for before anything is made, by who may make it. Cluster and KMS are asked now; what they do not tell is `unknown`, and never taken for good. Changes nothing.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ClaimRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Each thing that was looked at.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Preflight"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/operations": {
      "post": {
        "operationId": "runOperation",
        "description": "Plans and carries out an operation, step by step. Safe to run again after any failure. Closing the connection stops it between two steps. With `Accept: application/x-ndjson` it is told line by line: each step, note and receipt as it comes, then the result or the error; empty lines keep the connection alive. An error otherwise has what was done in `progress`.",
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
          },
          "default": {
            "$ref": "#/components/responses/Error"
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
      "kms": {
        "name": "kms",
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
      },
      "whereCluster": {
        "name": "cluster",
        "in": "query",
        "required": false,
        "description": "Only volumes of this cluster.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 253
        }
      },
      "whereNamespace": {
        "name": "namespace",
        "in": "query",
        "required": false,
        "description": "Only those of namespaces of this name.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 253
        }
      },
      "whereOwner": {
        "name": "owner",
        "in": "query",
        "required": false,
        "description": "Only those of this owner, an entity ref; `(none)` for those of namespaces that serve nobody, `(unknown)` where that could not be read.",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 512
        }
      },
      "whereDriver": {
        "name": "driver",
        "in": "query",
        "required": false,
        "description": "Only those of this CSI driver or kind of volume; `(unknown)`.",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 253
        }
      },
      "whereStorageClass": {
        "name": "storageClass",
        "in": "query",
        "required": false,
        "description": "Only those of classes of this name; `(none)`.",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 253
        }
      },
      "wherePhase": {
        "name": "phase",
        "in": "query",
        "required": false,
        "description": "Only those in this phase: Available, Released and Failed are volumes that no claim has.",
        "schema": {
          "$ref": "#/components/schemas/VolumePhase"
        }
      },
      "whereProtection": {
        "name": "protection",
        "in": "query",
        "required": false,
        "description": "Only those with this verdict.",
        "allowReserved": true,
        "schema": {
          "$ref": "#/components/schemas/ProtectionVerdict"
        }
      },
      "whereState": {
        "name": "state",
        "in": "query",
        "required": false,
        "description": "Only those in this state.",
        "schema": {
          "$ref": "#/components/schemas/ProtectionState"
        }
      },
      "whereInFlight": {
        "name": "inFlight",
        "in": "query",
        "required": false,
        "description": "Only those with this answer for the wire.",
        "schema": {
          "$ref": "#/components/schemas/InFlightAnswer"
        }
      },
      "whereRemount": {
        "name": "remount",
        "in": "query",
        "required": false,
        "description": "Only those with this verdict on the next mount.",
        "schema": {
          "$ref": "#/components/schemas/RemountVerdict"
        }
      },
      "whereImpact": {
        "name": "impact",
        "in": "query",
        "required": false,
        "description": "Only those with a finding of this kind; of findings only these.",
        "schema": {
          "$ref": "#/components/schemas/Impact"
        }
      },
      "whereReason": {
        "name": "reason",
        "in": "query",
        "required": false,
        "description": "Only those with a finding of this code; of findings only these.",
        "schema": {
          "type": "string",
          "pattern": "^[a-z][a-z0-9-]{0,63}$"
        }
      },
      "whereSearch": {
        "name": "search",
        "in": "query",
        "required": false,
        "description": "Part of a claim, namespace or cluster.",
        "schema": {
          "type": "string",
          "maxLength": 253
        }
      },
      "whereKeyState": {
        "name": "state",
        "in": "query",
        "required": false,
        "description": "Only keys in this state.",
        "schema": {
          "$ref": "#/components/schemas/KeyState"
        }
      },
      "whereKey": {
        "name": "search",
        "in": "query",
        "required": false,
        "description": "Part of a key's mount or name, or of a cluster, volume, claim or snapshot that has it.",
        "schema": {
          "type": "string",
          "maxLength": 253
        }
      }
    },
    "responses": {
      "Error": {
        "description": "It was not done, or not answered. The status is that of the error's code; an error without one is Backstage's own, such as 401 for who is not signed in.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorBody"
            }
          }
        }
      }
    },
    "schemas": {
      "ErrorCode": {
        "type": "string",
        "description": "What went wrong, for code. Each is answered with one HTTP status.\n\n- `invalid-input` 400: a field is not acceptable; `field` names it\n- `unknown-cluster`, `unknown-kms`, `unknown-connection`,\n  `unknown-storage-class`, `not-found` 404\n- `not-allowed`, `no-consent` 403\n- `conflict` 409: the object changed, or another manager owns a field\n- `not-ours` 409: an object of that name exists that we did not make\n- `taken-by-other` 409: somebody else unwrapped a token; an alarm\n- `in-use` 409: volumes, snapshots or classes still rest on it\n- `cluster-unreachable`, `cluster-denied`, `kms-unreachable`,\n  `kms-sealed`, `kms-denied`, `timeout` 503: a system behind us did not\n  do its part\n- `aborted` 499: the caller went away between two steps\n- `not-implemented` 501",
        "enum": [
          "invalid-input",
          "unknown-cluster",
          "unknown-kms",
          "unknown-connection",
          "unknown-storage-class",
          "not-found",
          "not-allowed",
          "no-consent",
          "conflict",
          "not-ours",
          "taken-by-other",
          "in-use",
          "cluster-unreachable",
          "cluster-denied",
          "kms-unreachable",
          "kms-sealed",
          "kms-denied",
          "timeout",
          "aborted",
          "not-implemented"
        ]
      },
      "ErrorBody": {
        "type": "object",
        "required": [
          "error"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "name",
              "message"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string",
                "description": "What happened and what to do next."
              },
              "code": {
                "$ref": "#/components/schemas/ErrorCode"
              },
              "field": {
                "type": "string",
                "description": "The field of the request that the error is about."
              }
            }
          },
          "request": {
            "type": "object",
            "properties": {
              "method": {
                "type": "string"
              },
              "url": {
                "type": "string"
              }
            }
          },
          "response": {
            "type": "object",
            "properties": {
              "statusCode": {
                "type": "integer"
              }
            }
          }
        }
      },
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
      "ProtectionVerdict": {
        "type": "string",
        "enum": [
          "volume/customer-key",
          "volume/provider-key",
          "infrastructure-only",
          "none",
          "unknown"
        ]
      },
      "ProtectionState": {
        "type": "string",
        "description": "prepared, the key exists and the format comes at the first mount; active, a mount is evidence; cannot-tell. Only active is a full green.",
        "enum": [
          "prepared",
          "active",
          "cannot-tell"
        ]
      },
      "InFlightAnswer": {
        "type": "string",
        "enum": [
          "encrypted",
          "clear",
          "unknown"
        ]
      },
      "RemountVerdict": {
        "type": "string",
        "enum": [
          "ready",
          "at-risk",
          "blocked",
          "unknown"
        ]
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
            "$ref": "#/components/schemas/ProtectionVerdict"
          },
          "state": {
            "$ref": "#/components/schemas/ProtectionState"
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
      "CustodyKind": {
        "type": "string",
        "enum": [
          "held-by-kms",
          "wrapped-in-metadata",
          "shared-passphrase",
          "held-in-secret",
          "held-by-provider",
          "held-by-array",
          "held-on-node",
          "none",
          "unknown"
        ]
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
            "$ref": "#/components/schemas/CustodyKind"
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
      "InFlight": {
        "type": "object",
        "description": "Is the data encrypted between the mount and the storage? An answer of its own, never part of the volume's.",
        "required": [
          "answer",
          "reasons"
        ],
        "additionalProperties": false,
        "properties": {
          "answer": {
            "$ref": "#/components/schemas/InFlightAnswer"
          },
          "reasons": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Reason"
            }
          }
        }
      },
      "ClusterWide": {
        "type": "object",
        "description": "Is encryption asked for of what lies below all volumes, such as the devices of a Ceph cluster or the disks of nodes? What is asked for, never what was seen, and never part of the volume's own answer.",
        "required": [
          "answer",
          "reasons"
        ],
        "additionalProperties": false,
        "properties": {
          "answer": {
            "type": "string",
            "enum": [
              "asked",
              "partly",
              "not-asked",
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
            "$ref": "#/components/schemas/RemountVerdict"
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
      "Mender": {
        "type": "string",
        "description": "Who can mend it.",
        "enum": [
          "developer",
          "platform-team",
          "vault-admin",
          "storage-admin",
          "unknown"
        ]
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
            "$ref": "#/components/schemas/Mender"
          },
          "nextStep": {
            "type": "string"
          },
          "link": {
            "type": "string",
            "description": "The address of a page that tells more."
          },
          "raw": {
            "type": "string",
            "description": "The newest event text as it came, credentials hidden."
          },
          "count": {
            "type": "integer"
          },
          "firstSeen": {
            "type": "string",
            "format": "date-time"
          },
          "lastSeen": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "PreflightOutcome": {
        "type": "string",
        "description": "blocked, the volume could not be made or used; warning, it could, and not as one would wish; unknown, it could not be found out.",
        "enum": [
          "ok",
          "warning",
          "blocked",
          "unknown"
        ]
      },
      "PreflightCheck": {
        "type": "object",
        "description": "One thing that was looked at before a claim is made.",
        "required": [
          "about",
          "outcome",
          "message"
        ],
        "additionalProperties": false,
        "properties": {
          "about": {
            "type": "string",
            "description": "What was looked at. Stable.",
            "enum": [
              "namespace",
              "consent",
              "claim",
              "storage-class",
              "class-secrets",
              "access-mode",
              "binding-mode",
              "driver",
              "size-limits",
              "quota",
              "kms-connection",
              "kms",
              "key-mount",
              "credential"
            ]
          },
          "outcome": {
            "$ref": "#/components/schemas/PreflightOutcome"
          },
          "message": {
            "type": "string"
          },
          "owner": {
            "$ref": "#/components/schemas/Mender"
          },
          "nextStep": {
            "type": "string"
          },
          "diagnosis": {
            "type": "string",
            "description": "The code by which the failure would be explained afterwards, such as `quota-exceeded`; see docs/diagnosis.md."
          },
          "link": {
            "type": "string",
            "description": "The address of a page that tells more."
          }
        }
      },
      "Preflight": {
        "type": "object",
        "description": "Each thing that was looked at, in the order of what rests on what.",
        "required": [
          "outcome",
          "checks",
          "observedAt"
        ],
        "additionalProperties": false,
        "properties": {
          "outcome": {
            "$ref": "#/components/schemas/PreflightOutcome"
          },
          "checks": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PreflightCheck"
            }
          },
          "observedAt": {
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
          "inFlight",
          "clusterWide",
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
          "inFlight": {
            "$ref": "#/components/schemas/InFlight"
          },
          "clusterWide": {
            "$ref": "#/components/schemas/ClusterWide"
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
          },
          "lifecycle": {
            "$ref": "#/components/schemas/Lifecycle"
          }
        }
      },
      "Lifecycle": {
        "type": "object",
        "description": "What would happen to the volume and its key, said before it happens. In the answer about one volume, not in pages of them.",
        "required": [
          "basis",
          "acts"
        ],
        "additionalProperties": false,
        "properties": {
          "basis": {
            "type": "string",
            "description": "volume, by what is recorded of it; storage-class, a prediction for a claim that has no volume yet.",
            "enum": [
              "volume",
              "storage-class"
            ]
          },
          "acts": {
            "type": "array",
            "description": "One of each act, in the order of the enumeration.",
            "items": {
              "$ref": "#/components/schemas/LifecycleAct"
            }
          }
        }
      },
      "LifecycleAct": {
        "type": "object",
        "required": [
          "act",
          "answer"
        ],
        "additionalProperties": false,
        "properties": {
          "act": {
            "type": "string",
            "enum": [
              "expand",
              "snapshot",
              "restore",
              "clone",
              "delete"
            ]
          },
          "answer": {
            "type": "string",
            "enum": [
              "possible",
              "not-possible",
              "unknown"
            ]
          },
          "reason": {
            "type": "string",
            "description": "Why it is not possible, or why that is not known and what would settle it. Absent where it is possible."
          },
          "volume": {
            "type": "string",
            "description": "What happens to the volume, as far as that is known."
          },
          "key": {
            "$ref": "#/components/schemas/LifecycleKey"
          },
          "warning": {
            "type": "string",
            "description": "What can be lost."
          }
        }
      },
      "LifecycleKey": {
        "type": "object",
        "description": "What happens to the key; absent where nothing happens at all.",
        "required": [
          "fate",
          "message"
        ],
        "additionalProperties": false,
        "properties": {
          "fate": {
            "type": "string",
            "description": "same, the volume keeps its key; copied, the copy gets the same key, kept anew; new, the copy gets a key of its own; shared, one key for more volumes, which stays; deleted; soft-deleted, whoever may can bring it back; stays; none, there is no key.",
            "enum": [
              "same",
              "copied",
              "new",
              "shared",
              "deleted",
              "soft-deleted",
              "stays",
              "none",
              "unknown"
            ]
          },
          "message": {
            "type": "string"
          }
        }
      },
      "SourceProblem": {
        "type": "object",
        "description": "A cluster, KMS or namespace that could not be read, so that its rows are missing or old; or where something is wrong for everybody.",
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
          "id"
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
          "project": {
            "$ref": "#/components/schemas/TenantProject"
          },
          "custodies": {
            "type": "array",
            "description": "The kinds of tenant credential found in the namespace; absent when that is not known, as of one that serves nobody, where none is looked for.",
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
      "TenantProject": {
        "type": "object",
        "description": "What OpenShift says of the project that a namespace is. It tells of the namespace and grants nothing.",
        "additionalProperties": false,
        "properties": {
          "displayName": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "requester": {
            "type": "string",
            "description": "The cluster's user who asked for it."
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
          "reasons",
          "asDefault"
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
          },
          "asDefault": {
            "description": "What a claim that names no class would get of it, whatever its driver; only where the severity is ok it may be made the default.",
            "allOf": [
              {
                "$ref": "#/components/schemas/Reason"
              }
            ]
          }
        }
      },
      "DefaultClass": {
        "type": "object",
        "description": "Which class a claim of a cluster gets that names none, and whether that is as it should be.",
        "required": [
          "cluster",
          "names",
          "reasons"
        ],
        "additionalProperties": false,
        "properties": {
          "cluster": {
            "type": "string"
          },
          "names": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Every class that is marked as default, the one that counts first; none where it is not known."
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
          "defaults",
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
          "defaults": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/DefaultClass"
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
          "latencyMs": {
            "type": "integer",
            "minimum": 0,
            "description": "Milliseconds that it took to say its state; absent where it did not."
          },
          "certificate": {
            "type": "object",
            "description": "The TLS certificate that it showed; absent without TLS, or where it did not answer.",
            "required": [
              "daysLeft"
            ],
            "additionalProperties": false,
            "properties": {
              "expiresAt": {
                "type": "string",
                "format": "date-time"
              },
              "daysLeft": {
                "type": "integer",
                "minimum": 0,
                "description": "Whole days from when it was asked."
              }
            }
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
          "options": {
            "type": "object",
            "description": "The entry as it is written, each value as text, without what is a credential or no single value; absent where the entry cannot be read.",
            "additionalProperties": {
              "type": "string"
            }
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
      "StorageClassDefaultRequest": {
        "type": "object",
        "description": "Makes an encrypted class the only default of its cluster.",
        "required": [
          "operation",
          "cluster",
          "name"
        ],
        "additionalProperties": false,
        "properties": {
          "operation": {
            "type": "string",
            "enum": [
              "storage-class-default"
            ]
          },
          "cluster": {
            "type": "string"
          },
          "name": {
            "type": "string",
            "description": "A class that exists."
          }
        }
      },
      "SmokeTestRequest": {
        "type": "object",
        "description": "Makes a small claim of a class and a Job that writes and reads, and removes both again.",
        "required": [
          "operation",
          "cluster",
          "namespace",
          "storageClass"
        ],
        "additionalProperties": false,
        "properties": {
          "operation": {
            "type": "string",
            "enum": [
              "smoke-test"
            ]
          },
          "cluster": {
            "type": "string"
          },
          "namespace": {
            "type": "string",
            "description": "A tenant."
          },
          "storageClass": {
            "type": "string"
          }
        }
      },
      "KmsTestRequest": {
        "type": "object",
        "description": "Makes a Job in the namespace of Ceph CSI that asks the Vault of a KMS connection how it is, without a credential, and removes it again.",
        "required": [
          "operation",
          "cluster",
          "kmsId"
        ],
        "additionalProperties": false,
        "properties": {
          "operation": {
            "type": "string",
            "enum": [
              "kms-test"
            ]
          },
          "cluster": {
            "type": "string"
          },
          "kmsId": {
            "type": "string"
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
      "TenantOnboardRequest": {
        "type": "object",
        "description": "From a namespace, or none, to a tenant; custody is that of the connection.",
        "required": [
          "operation",
          "cluster",
          "namespace",
          "kmsId",
          "owner"
        ],
        "additionalProperties": false,
        "properties": {
          "operation": {
            "type": "string",
            "enum": [
              "tenant-onboard"
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
            "description": "The KMS connection that the tenant's classes name."
          },
          "owner": {
            "type": "string",
            "description": "Entity ref of whom the namespace serves."
          },
          "createNamespace": {
            "type": "boolean",
            "default": false,
            "description": "Make the namespace where there is none; on OpenShift by a project request where namespaces may not be created."
          }
        }
      },
      "TenantRenewRequest": {
        "type": "object",
        "description": "Prolongs the tenant's token by its accessor.",
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
              "tenant-renew"
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
            "description": "The KMS connection that the tenant's classes name."
          }
        }
      },
      "TenantRotateRequest": {
        "type": "object",
        "description": "Gives the tenant a new credential, then ends the former one.",
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
              "tenant-rotate"
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
            "description": "The KMS connection that the tenant's classes name."
          }
        }
      },
      "TenantOffboardRequest": {
        "type": "object",
        "description": "Takes access and consent away. Keys stay.",
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
              "tenant-offboard"
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
            "description": "The KMS connection that the tenant's classes name."
          }
        }
      },
      "TenantShredRequest": {
        "type": "object",
        "description": "Destroys every key of an offboarded tenant, for good.",
        "required": [
          "operation",
          "cluster",
          "namespace",
          "kmsId",
          "confirm"
        ],
        "additionalProperties": false,
        "properties": {
          "operation": {
            "type": "string",
            "enum": [
              "tenant-shred"
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
            "description": "The KMS connection that the tenant's classes name."
          },
          "confirm": {
            "type": "string",
            "description": "The id of the tenant, typed by the one who asks."
          }
        }
      },
      "NamespaceConsentRequest": {
        "type": "object",
        "description": "Sets, changes or takes back whom a namespace serves.",
        "required": [
          "operation",
          "cluster",
          "namespace"
        ],
        "additionalProperties": false,
        "properties": {
          "operation": {
            "type": "string",
            "enum": [
              "namespace-consent"
            ]
          },
          "cluster": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "owner": {
            "type": "string",
            "description": "Entity ref; without it the consent is taken back."
          }
        }
      },
      "KmsConnectionRequest": {
        "type": "object",
        "description": "Creates or replaces one entry of the KMS connections in force.",
        "required": [
          "operation",
          "cluster",
          "kmsId",
          "options"
        ],
        "additionalProperties": false,
        "properties": {
          "operation": {
            "type": "string",
            "enum": [
              "kms-connection"
            ]
          },
          "cluster": {
            "type": "string"
          },
          "kmsId": {
            "type": "string"
          },
          "options": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            },
            "description": "The whole entry, with encryptionKMSType or KMS_PROVIDER."
          }
        }
      },
      "KmsConnectionRemovalRequest": {
        "type": "object",
        "description": "Removes an entry that no class or volume names, and no tenant needs.",
        "required": [
          "operation",
          "cluster",
          "kmsId"
        ],
        "additionalProperties": false,
        "properties": {
          "operation": {
            "type": "string",
            "enum": [
              "kms-connection-removal"
            ]
          },
          "cluster": {
            "type": "string"
          },
          "kmsId": {
            "type": "string"
          }
        }
      },
      "KeyRotationRequest": {
        "type": "object",
        "description": "Sets when csi-addons changes the key of a claim's volume.",
        "required": [
          "operation",
          "entityRef",
          "cluster",
          "namespace",
          "name"
        ],
        "additionalProperties": false,
        "properties": {
          "operation": {
            "type": "string",
            "enum": [
              "key-rotation"
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
            "type": "string",
            "description": "The claim."
          },
          "schedule": {
            "type": "string",
            "description": "Cron, or one of the words for it, such as the one for weekly; without it the claim has no schedule of its own."
          }
        }
      },
      "OperationRequest": {
        "oneOf": [
          {
            "$ref": "#/components/schemas/StorageClassRequest"
          },
          {
            "$ref": "#/components/schemas/StorageClassDefaultRequest"
          },
          {
            "$ref": "#/components/schemas/SmokeTestRequest"
          },
          {
            "$ref": "#/components/schemas/KmsTestRequest"
          },
          {
            "$ref": "#/components/schemas/TenantSecretRequest"
          },
          {
            "$ref": "#/components/schemas/TenantServiceAccountRequest"
          },
          {
            "$ref": "#/components/schemas/ClaimRequest"
          },
          {
            "$ref": "#/components/schemas/TenantOnboardRequest"
          },
          {
            "$ref": "#/components/schemas/TenantRenewRequest"
          },
          {
            "$ref": "#/components/schemas/TenantRotateRequest"
          },
          {
            "$ref": "#/components/schemas/TenantOffboardRequest"
          },
          {
            "$ref": "#/components/schemas/TenantShredRequest"
          },
          {
            "$ref": "#/components/schemas/NamespaceConsentRequest"
          },
          {
            "$ref": "#/components/schemas/KmsConnectionRequest"
          },
          {
            "$ref": "#/components/schemas/KmsConnectionRemovalRequest"
          },
          {
            "$ref": "#/components/schemas/KeyRotationRequest"
          }
        ],
        "discriminator": {
          "propertyName": "operation",
          "mapping": {
            "storage-class": "#/components/schemas/StorageClassRequest",
            "storage-class-default": "#/components/schemas/StorageClassDefaultRequest",
            "smoke-test": "#/components/schemas/SmokeTestRequest",
            "kms-test": "#/components/schemas/KmsTestRequest",
            "tenant-secret": "#/components/schemas/TenantSecretRequest",
            "tenant-service-account": "#/components/schemas/TenantServiceAccountRequest",
            "claim": "#/components/schemas/ClaimRequest",
            "tenant-onboard": "#/components/schemas/TenantOnboardRequest",
            "tenant-renew": "#/components/schemas/TenantRenewRequest",
            "tenant-rotate": "#/components/schemas/TenantRotateRequest",
            "tenant-offboard": "#/components/schemas/TenantOffboardRequest",
            "tenant-shred": "#/components/schemas/TenantShredRequest",
            "namespace-consent": "#/components/schemas/NamespaceConsentRequest",
            "kms-connection": "#/components/schemas/KmsConnectionRequest",
            "kms-connection-removal": "#/components/schemas/KmsConnectionRemovalRequest",
            "key-rotation": "#/components/schemas/KeyRotationRequest"
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
              "delete",
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
            "description": "A test leaves nothing behind; the notes say what came of it.",
            "enum": [
              "created",
              "updated",
              "deleted",
              "unchanged",
              "tested"
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
          },
          "receipt": {
            "$ref": "#/components/schemas/Receipt"
          }
        }
      },
      "Capabilities": {
        "type": "object",
        "required": [
          "items"
        ],
        "additionalProperties": false,
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "permission",
                "allowed"
              ],
              "additionalProperties": false,
              "properties": {
                "permission": {
                  "type": "string"
                },
                "allowed": {
                  "type": "boolean"
                }
              }
            }
          }
        }
      },
      "TenantCustody": {
        "type": "string",
        "enum": [
          "vaulttenantsa",
          "vaulttokens"
        ]
      },
      "TenantCredentialState": {
        "type": "string",
        "description": "expiring, renewal is overdue or the end is near; lost, recorded by us but the KMS does not know it any more; foreign, there is one that we did not deliver; refused, it is there and no login with it succeeds.",
        "enum": [
          "live",
          "expiring",
          "expired",
          "missing",
          "lost",
          "foreign",
          "refused",
          "unknown"
        ]
      },
      "TenantCredential": {
        "type": "object",
        "description": "How the tenant proves itself to the KMS, and until when.",
        "required": [
          "kind",
          "state",
          "message"
        ],
        "additionalProperties": false,
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "tenant-token",
              "tenant-service-account"
            ]
          },
          "state": {
            "$ref": "#/components/schemas/TenantCredentialState"
          },
          "message": {
            "type": "string",
            "description": "What it means and what to do."
          },
          "issuedAt": {
            "type": "string",
            "format": "date-time"
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time"
          },
          "daysLeft": {
            "type": "integer",
            "description": "Whole days until it ends, 0 on its last day or after."
          },
          "renewsAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the portal renews it by itself."
          },
          "lastFailure": {
            "type": "string",
            "description": "Why the last renewal failed, if it did."
          },
          "checkedAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the KMS last answered for it."
          }
        }
      },
      "TenantSummary": {
        "type": "object",
        "required": [
          "cluster",
          "namespace",
          "id",
          "ownerKnown",
          "custody",
          "credential"
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
            "description": "Entity ref that the namespace serves."
          },
          "ownerKnown": {
            "type": "boolean",
            "description": "Whether the namespace could be read, so that without an owner it serves nobody."
          },
          "project": {
            "$ref": "#/components/schemas/TenantProject"
          },
          "custody": {
            "type": "string",
            "enum": [
              "vaulttenantsa",
              "vaulttokens"
            ]
          },
          "kms": {
            "type": "string",
            "description": "The portal's name of the KMS."
          },
          "kmsIds": {
            "type": "array",
            "description": "KMS connections of its cluster that fit its custody and KMS; absent when it is not known which there are.",
            "items": {
              "type": "string"
            }
          },
          "credential": {
            "$ref": "#/components/schemas/TenantCredential"
          },
          "volumes": {
            "type": "integer",
            "description": "PersistentVolumes of its namespace that are recorded as encrypted; absent when they are not known."
          }
        }
      },
      "TenantPage": {
        "type": "object",
        "required": [
          "total",
          "states",
          "offset",
          "limit",
          "items",
          "problems"
        ],
        "additionalProperties": false,
        "properties": {
          "total": {
            "type": "integer"
          },
          "states": {
            "type": "object",
            "description": "How many credentials are in which state, of all that match whatever the page and the state asked for; a state that none is in is not here.",
            "additionalProperties": {
              "type": "integer"
            }
          },
          "offset": {
            "type": "integer"
          },
          "limit": {
            "type": "integer"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TenantSummary"
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
      "Drift": {
        "type": "object",
        "description": "One difference between what should be and what is.",
        "required": [
          "code",
          "severity",
          "object",
          "message",
          "remedy"
        ],
        "additionalProperties": false,
        "properties": {
          "code": {
            "type": "string"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "object": {
            "type": "string",
            "description": "Such as ConfigMap payments/ceph-csi-kms-config."
          },
          "message": {
            "type": "string"
          },
          "expected": {
            "type": "string"
          },
          "actual": {
            "type": "string"
          },
          "remedy": {
            "type": "string"
          }
        }
      },
      "TenantKey": {
        "type": "object",
        "required": [
          "name",
          "key",
          "state",
          "code",
          "message",
          "users"
        ],
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string",
            "description": "The volume handle."
          },
          "key": {
            "$ref": "#/components/schemas/KeyDescription"
          },
          "state": {
            "$ref": "#/components/schemas/KeyState"
          },
          "code": {
            "$ref": "#/components/schemas/KeyReasonCode"
          },
          "message": {
            "type": "string"
          },
          "users": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/KeyUser"
            }
          }
        }
      },
      "KeyState": {
        "type": "string",
        "description": "present, something has it and its name is listed; missing, a volume needs it and it is not there; orphan, nothing has it on any cluster that uses the KMS; unknown, with the reason, where that cannot be said now.",
        "enum": [
          "present",
          "missing",
          "orphan",
          "unknown"
        ]
      },
      "KeyReasonCode": {
        "type": "string",
        "description": "Why a key is in its state; docs/keys.md explains each.",
        "enum": [
          "cluster-not-configured",
          "cluster-unread",
          "key-comes-with-first-mount",
          "key-elsewhere",
          "key-in-the-making",
          "key-listed",
          "key-looked-at-before",
          "key-missing",
          "key-name-foreign",
          "key-not-checkable",
          "key-not-found",
          "key-unread",
          "key-without-volume"
        ]
      },
      "KeyUser": {
        "type": "object",
        "description": "What has a key by its handle.",
        "required": [
          "cluster",
          "kind",
          "name"
        ],
        "additionalProperties": false,
        "properties": {
          "cluster": {
            "type": "string"
          },
          "kind": {
            "type": "string",
            "enum": [
              "PersistentVolume",
              "VolumeSnapshotContent"
            ]
          },
          "name": {
            "type": "string"
          },
          "of": {
            "type": "string",
            "description": "Its claim or snapshot, as `namespace/name`."
          }
        }
      },
      "KmsKey": {
        "type": "object",
        "description": "A key in a KMS, or one that should be there. Never its value.",
        "required": [
          "kms",
          "mount",
          "name",
          "state",
          "code",
          "message",
          "nextStep",
          "users"
        ],
        "additionalProperties": false,
        "properties": {
          "kms": {
            "type": "string",
            "description": "The portal's name of the KMS."
          },
          "mount": {
            "type": "string"
          },
          "name": {
            "type": "string",
            "description": "Below the mount; it ends with the handle of what has the key."
          },
          "state": {
            "$ref": "#/components/schemas/KeyState"
          },
          "code": {
            "$ref": "#/components/schemas/KeyReasonCode"
          },
          "message": {
            "type": "string"
          },
          "nextStep": {
            "type": "string",
            "description": "Never to delete the key."
          },
          "tenant": {
            "type": "string",
            "description": "Id of the tenant whose mount it is; absent for a mount of no tenant."
          },
          "users": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/KeyUser"
            }
          },
          "observedAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the KMS last listed its folder; absent when it never did."
          }
        }
      },
      "KmsKeyPage": {
        "type": "object",
        "required": [
          "total",
          "states",
          "offset",
          "limit",
          "items",
          "looks",
          "incomplete",
          "assessedAt",
          "problems"
        ],
        "additionalProperties": false,
        "properties": {
          "total": {
            "type": "integer"
          },
          "states": {
            "type": "object",
            "description": "How many keys are in which state, of all that match whatever the page and the state asked for.",
            "required": [
              "present",
              "missing",
              "orphan",
              "unknown"
            ],
            "additionalProperties": false,
            "properties": {
              "present": {
                "type": "integer"
              },
              "missing": {
                "type": "integer"
              },
              "orphan": {
                "type": "integer"
              },
              "unknown": {
                "type": "integer"
              }
            }
          },
          "offset": {
            "type": "integer"
          },
          "limit": {
            "type": "integer"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/KmsKey"
            }
          },
          "looks": {
            "type": "object",
            "description": "The lists that the answer rests on, one for each mount or folder of keys.",
            "required": [
              "folders",
              "done",
              "failed"
            ],
            "additionalProperties": false,
            "properties": {
              "folders": {
                "type": "integer"
              },
              "done": {
                "type": "integer",
                "description": "How many were listed at least once."
              },
              "failed": {
                "type": "integer",
                "description": "How many could not be listed when that was last tried."
              },
              "oldestAt": {
                "type": "string",
                "format": "date-time"
              },
              "newestAt": {
                "type": "string",
                "format": "date-time"
              }
            }
          },
          "incomplete": {
            "type": "boolean",
            "description": "Whether keys may lack, or what is said of them may be old."
          },
          "assessedAt": {
            "type": "string",
            "format": "date-time"
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SourceProblem"
            }
          }
        }
      },
      "TenantInspection": {
        "type": "object",
        "required": [
          "tenant",
          "drift",
          "mount",
          "keys",
          "problems",
          "inspectedAt"
        ],
        "additionalProperties": false,
        "properties": {
          "tenant": {
            "$ref": "#/components/schemas/TenantSummary"
          },
          "drift": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Drift"
            }
          },
          "identity": {
            "type": "object",
            "description": "What the KMS says of the tenant's token, by its accessor.",
            "required": [
              "policies",
              "meta"
            ],
            "additionalProperties": false,
            "properties": {
              "entityId": {
                "type": "string"
              },
              "policies": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "boundCidrs": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "meta": {
                "type": "object",
                "additionalProperties": {
                  "type": "string"
                }
              }
            }
          },
          "mount": {
            "type": "string",
            "description": "Path of its mount in the KMS."
          },
          "keys": {
            "type": "object",
            "required": [
              "total",
              "offset",
              "limit",
              "items"
            ],
            "additionalProperties": false,
            "properties": {
              "total": {
                "type": "integer"
              },
              "offset": {
                "type": "integer"
              },
              "limit": {
                "type": "integer"
              },
              "items": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/TenantKey"
                }
              }
            }
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SourceProblem"
            }
          },
          "inspectedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Receipt": {
        "type": "object",
        "description": "What was destroyed when a tenant was shredded, and what remains.",
        "required": [
          "tenantId",
          "kms",
          "mount",
          "mountRemoved",
          "finished",
          "destroyed",
          "remaining",
          "at",
          "requestedBy"
        ],
        "additionalProperties": false,
        "properties": {
          "tenantId": {
            "type": "string"
          },
          "kms": {
            "type": "string"
          },
          "mount": {
            "type": "string"
          },
          "mountRemoved": {
            "type": "boolean"
          },
          "finished": {
            "type": "boolean",
            "description": "The last look at the mount found no key. False while it is under way, when it was stopped or died, and when keys resist."
          },
          "destroyed": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "versions"
              ],
              "additionalProperties": false,
              "properties": {
                "name": {
                  "type": "string"
                },
                "versions": {
                  "type": "integer"
                }
              }
            }
          },
          "remaining": {
            "type": "array",
            "description": "What the portal cannot destroy, could not, or has not tried yet.",
            "items": {
              "type": "object",
              "required": [
                "name",
                "reason"
              ],
              "additionalProperties": false,
              "properties": {
                "name": {
                  "type": "string"
                },
                "reason": {
                  "type": "string"
                }
              }
            }
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "requestedBy": {
            "type": "string"
          }
        }
      },
      "ReceiptPage": {
        "type": "object",
        "required": [
          "total",
          "offset",
          "limit",
          "items"
        ],
        "additionalProperties": false,
        "properties": {
          "total": {
            "type": "integer"
          },
          "offset": {
            "type": "integer"
          },
          "limit": {
            "type": "integer"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Receipt"
            }
          }
        }
      },
      "CoverageBy": {
        "type": "string",
        "enum": [
          "cluster",
          "owner",
          "driver",
          "storage-class"
        ]
      },
      "CoverageCounts": {
        "type": "object",
        "description": "Some volumes, counted.",
        "required": [
          "volumes",
          "protections",
          "states",
          "bytes",
          "unencryptedBytes"
        ],
        "additionalProperties": false,
        "properties": {
          "volumes": {
            "type": "integer"
          },
          "protections": {
            "type": "object",
            "description": "By the verdict on their protection; the sum is all of them.",
            "required": [
              "volume/customer-key",
              "volume/provider-key",
              "infrastructure-only",
              "none",
              "unknown"
            ],
            "additionalProperties": false,
            "properties": {
              "volume/customer-key": {
                "type": "integer"
              },
              "volume/provider-key": {
                "type": "integer"
              },
              "infrastructure-only": {
                "type": "integer"
              },
              "none": {
                "type": "integer"
              },
              "unknown": {
                "type": "integer"
              }
            }
          },
          "states": {
            "type": "object",
            "description": "Of those with the verdict volume/customer-key or volume/provider-key.",
            "required": [
              "active",
              "prepared",
              "cannot-tell"
            ],
            "additionalProperties": false,
            "properties": {
              "active": {
                "type": "integer"
              },
              "prepared": {
                "type": "integer"
              },
              "cannot-tell": {
                "type": "integer"
              }
            }
          },
          "bytes": {
            "type": "number",
            "description": "Their capacity, or what is requested where there is no volume yet."
          },
          "unencryptedBytes": {
            "type": "number",
            "description": "That of those with the verdict none."
          }
        }
      },
      "CoverageRow": {
        "type": "object",
        "required": [
          "name",
          "counts",
          "incomplete"
        ],
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string",
            "description": "The cluster, owner, driver or class; `(none)` and `(unknown)` as in the filters."
          },
          "cluster": {
            "type": "string",
            "description": "That of a class; classes of two clusters are two."
          },
          "counts": {
            "$ref": "#/components/schemas/CoverageCounts"
          },
          "incomplete": {
            "type": "boolean",
            "description": "Whether volumes may be missing or old because a cluster could not be read; see problems."
          }
        }
      },
      "Coverage": {
        "type": "object",
        "required": [
          "by",
          "all",
          "incomplete",
          "total",
          "offset",
          "limit",
          "items",
          "assessedAt",
          "revision",
          "problems"
        ],
        "additionalProperties": false,
        "properties": {
          "by": {
            "$ref": "#/components/schemas/CoverageBy"
          },
          "all": {
            "$ref": "#/components/schemas/CoverageCounts"
          },
          "incomplete": {
            "type": "boolean",
            "description": "As that of a row, for all that the filters let through."
          },
          "total": {
            "type": "integer",
            "description": "How many rows there are."
          },
          "offset": {
            "type": "integer"
          },
          "limit": {
            "type": "integer"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CoverageRow"
            }
          },
          "assessedAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the assessment of all volumes began that this rests on. Those that changed since then were assessed anew."
          },
          "revision": {
            "type": "integer",
            "description": "Of that assessment. A signal of a greater one on the platform's channel says that there is something newer to read."
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SourceProblem"
            }
          }
        }
      },
      "Trend": {
        "type": "object",
        "required": [
          "step",
          "items"
        ],
        "additionalProperties": false,
        "properties": {
          "step": {
            "type": "string",
            "description": "What a point stands for.",
            "enum": [
              "day",
              "week"
            ]
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TrendPoint"
            }
          }
        }
      },
      "TrendPoint": {
        "type": "object",
        "description": "The coverage of a day, or of the last recorded day of a week.",
        "required": [
          "day",
          "missing"
        ],
        "additionalProperties": false,
        "properties": {
          "day": {
            "type": "string",
            "format": "date",
            "description": "The day in UTC, of a week its Monday."
          },
          "counts": {
            "description": "Absent where no cluster was read that day: nothing is known of it. Less than all where clusters are missing.",
            "allOf": [
              {
                "$ref": "#/components/schemas/CoverageCounts"
              }
            ]
          },
          "missing": {
            "type": "array",
            "description": "The clusters that could not be read, and are not counted.",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "Impact": {
        "type": "string",
        "description": "What a finding means, what hurts most first. blocked, a mount does not work or the next one will not; unencrypted; at-risk; unknown; clear-in-flight, data travels in clear text; left-over, something that nothing seems to need.",
        "enum": [
          "blocked",
          "unencrypted",
          "at-risk",
          "unknown",
          "clear-in-flight",
          "left-over"
        ]
      },
      "VolumeFinding": {
        "type": "object",
        "description": "One thing that is not as it should be with a volume.",
        "required": [
          "code",
          "impact",
          "severity",
          "message",
          "mender",
          "nextStep",
          "about"
        ],
        "additionalProperties": false,
        "properties": {
          "code": {
            "type": "string",
            "description": "That of a reason, or of a diagnosis of a claim without a volume."
          },
          "impact": {
            "$ref": "#/components/schemas/Impact"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "message": {
            "type": "string"
          },
          "mender": {
            "$ref": "#/components/schemas/Mender"
          },
          "nextStep": {
            "type": "string"
          },
          "about": {
            "$ref": "#/components/schemas/FindingAbout"
          }
        }
      },
      "FindingAbout": {
        "type": "string",
        "description": "What it is a finding about, so where one remedy helps all.",
        "enum": [
          "tenant",
          "storage-class",
          "kms",
          "cluster"
        ]
      },
      "VolumePhase": {
        "type": "string",
        "description": "That of the claim; of a volume that no claim has, its own.",
        "enum": [
          "Pending",
          "Bound",
          "Lost",
          "Available",
          "Released",
          "Failed"
        ]
      },
      "PlatformVolume": {
        "type": "object",
        "description": "A volume as the table of the platform page shows it: by its claim, or by itself where no claim has it.",
        "required": [
          "cluster",
          "phase",
          "ownerKnown",
          "size",
          "protection",
          "state",
          "grade",
          "custody",
          "inFlight",
          "remount",
          "findings",
          "observedAt"
        ],
        "additionalProperties": false,
        "properties": {
          "cluster": {
            "type": "string"
          },
          "namespace": {
            "type": "string",
            "description": "Absent for a volume that was never of a claim. Of one that no claim has any more, this and the next are of the last one."
          },
          "claim": {
            "type": "string"
          },
          "persistentVolume": {
            "type": "string",
            "description": "Name of a volume that no claim has; absent for all others."
          },
          "phase": {
            "$ref": "#/components/schemas/VolumePhase"
          },
          "owner": {
            "type": "string",
            "description": "Whom the namespace serves, an entity ref; absent for nobody."
          },
          "ownerKnown": {
            "type": "boolean",
            "description": "False where the namespace could not be read."
          },
          "storageClass": {
            "type": "string"
          },
          "driver": {
            "type": "string",
            "description": "The CSI driver or kind of volume, or the provisioner of the class where there is no volume yet. Absent when not known."
          },
          "size": {
            "type": "string",
            "description": "Capacity, or what is requested; a Kubernetes quantity."
          },
          "protection": {
            "$ref": "#/components/schemas/ProtectionVerdict"
          },
          "state": {
            "$ref": "#/components/schemas/ProtectionState"
          },
          "grade": {
            "$ref": "#/components/schemas/EvidenceGrade"
          },
          "custody": {
            "$ref": "#/components/schemas/CustodyKind"
          },
          "kms": {
            "type": "string",
            "description": "The portal's name of the KMS."
          },
          "inFlight": {
            "$ref": "#/components/schemas/InFlightAnswer"
          },
          "remount": {
            "$ref": "#/components/schemas/RemountVerdict"
          },
          "findings": {
            "type": "array",
            "description": "The gravest first.",
            "items": {
              "$ref": "#/components/schemas/VolumeFinding"
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
            "description": "When the KMS last answered for the key; absent when not lately."
          }
        }
      },
      "PlatformVolumePage": {
        "type": "object",
        "required": [
          "total",
          "offset",
          "limit",
          "items",
          "incomplete",
          "assessedAt",
          "revision",
          "problems"
        ],
        "additionalProperties": false,
        "properties": {
          "total": {
            "type": "integer"
          },
          "offset": {
            "type": "integer"
          },
          "limit": {
            "type": "integer"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlatformVolume"
            }
          },
          "incomplete": {
            "type": "boolean",
            "description": "As that of the coverage."
          },
          "assessedAt": {
            "type": "string",
            "format": "date-time"
          },
          "revision": {
            "type": "integer",
            "description": "As that of the coverage."
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SourceProblem"
            }
          }
        }
      },
      "PlatformFinding": {
        "type": "object",
        "description": "One thing that is not as it should be, with the volumes that share it.",
        "required": [
          "code",
          "impact",
          "severity",
          "message",
          "mender",
          "nextStep",
          "about",
          "owners",
          "ownerCount",
          "volumes"
        ],
        "additionalProperties": false,
        "properties": {
          "code": {
            "type": "string"
          },
          "impact": {
            "$ref": "#/components/schemas/Impact"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "message": {
            "type": "string",
            "description": "As it is said of the example."
          },
          "mender": {
            "$ref": "#/components/schemas/Mender"
          },
          "nextStep": {
            "type": "string"
          },
          "about": {
            "$ref": "#/components/schemas/FindingAbout"
          },
          "cluster": {
            "type": "string",
            "description": "That of the example, where it is about a KMS; absent where it is about keys of nothing."
          },
          "namespace": {
            "type": "string",
            "description": "That of a tenant."
          },
          "storageClass": {
            "type": "string",
            "description": "The class that it is about."
          },
          "kms": {
            "type": "string",
            "description": "The KMS that it is about."
          },
          "owners": {
            "type": "array",
            "description": "Whose volumes they are, by how many each has; at most 10. `(none)` and `(unknown)` as in the filters.",
            "items": {
              "type": "string"
            }
          },
          "ownerCount": {
            "type": "integer",
            "description": "How many owners there are."
          },
          "volumes": {
            "type": "integer"
          },
          "keys": {
            "type": "integer",
            "description": "How many keys, where it is about keys and no volumes."
          },
          "observedAt": {
            "type": "string",
            "format": "date-time",
            "description": "When the oldest of the facts that it rests on was seen."
          },
          "example": {
            "type": "object",
            "description": "One of the volumes; absent where there is none.",
            "required": [
              "cluster"
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
              "persistentVolume": {
                "type": "string"
              }
            }
          }
        }
      },
      "PlatformFindingPage": {
        "type": "object",
        "required": [
          "total",
          "offset",
          "limit",
          "items",
          "incomplete",
          "assessedAt",
          "revision",
          "problems"
        ],
        "additionalProperties": false,
        "properties": {
          "total": {
            "type": "integer"
          },
          "offset": {
            "type": "integer"
          },
          "limit": {
            "type": "integer"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlatformFinding"
            }
          },
          "incomplete": {
            "type": "boolean",
            "description": "As that of the coverage."
          },
          "assessedAt": {
            "type": "string",
            "format": "date-time"
          },
          "revision": {
            "type": "integer",
            "description": "As that of the coverage."
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SourceProblem"
            }
          }
        }
      },
      "TimelineEntry": {
        "type": "object",
        "description": "One change, of one answer about one thing.",
        "required": [
          "id",
          "at",
          "kind",
          "what",
          "reasons"
        ],
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time",
            "description": "When it was seen to hold."
          },
          "kind": {
            "type": "string",
            "enum": [
              "volume",
              "tenant",
              "kms",
              "cluster"
            ]
          },
          "cluster": {
            "type": "string",
            "description": "Absent for a KMS."
          },
          "namespace": {
            "type": "string"
          },
          "claim": {
            "type": "string"
          },
          "custody": {
            "$ref": "#/components/schemas/TenantCustody"
          },
          "kms": {
            "type": "string",
            "description": "The portal's name of the KMS."
          },
          "what": {
            "type": "string",
            "description": "The answer that is another now; or that it was seen for the first time, or is not there any more.",
            "enum": [
              "first-seen",
              "gone",
              "protection",
              "state",
              "remount",
              "credential",
              "kms",
              "cluster"
            ]
          },
          "from": {
            "type": "string",
            "description": "The answer before; absent where there was none."
          },
          "to": {
            "type": "string",
            "description": "The answer, such as a verdict on protection. Of a KMS `serving`, `sealed`, `uninitialised` or `unreachable`; of a cluster `read` or `unread`."
          },
          "reasons": {
            "type": "array",
            "description": "Codes of what decides the answer; none where all is well.",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "TimelinePage": {
        "type": "object",
        "required": [
          "total",
          "offset",
          "limit",
          "items",
          "keptDays"
        ],
        "additionalProperties": false,
        "properties": {
          "total": {
            "type": "integer"
          },
          "offset": {
            "type": "integer"
          },
          "limit": {
            "type": "integer"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/TimelineEntry"
            }
          },
          "keptDays": {
            "type": "integer",
            "description": "For how many days changes are kept."
          }
        }
      },
      "CustodySetup": {
        "type": "object",
        "required": [
          "kms",
          "cluster",
          "files",
          "steps"
        ],
        "additionalProperties": false,
        "properties": {
          "kms": {
            "type": "string"
          },
          "cluster": {
            "type": "string"
          },
          "files": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "title",
                "content"
              ],
              "additionalProperties": false,
              "properties": {
                "name": {
                  "type": "string",
                  "description": "Such as csi-tenant-sa.hcl."
                },
                "title": {
                  "type": "string"
                },
                "content": {
                  "type": "string"
                }
              }
            }
          },
          "steps": {
            "type": "array",
            "description": "In the order to be run, in a shell in the folder of the files.",
            "items": {
              "type": "object",
              "required": [
                "title",
                "command"
              ],
              "additionalProperties": false,
              "properties": {
                "title": {
                  "type": "string"
                },
                "command": {
                  "type": "string"
                },
                "note": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "SetupObject": {
        "type": "object",
        "required": [
          "object",
          "state",
          "lines",
          "message"
        ],
        "additionalProperties": false,
        "properties": {
          "object": {
            "type": "string",
            "description": "Such as sys/policies/acl/csi-tenant-sa."
          },
          "state": {
            "type": "string",
            "description": "not-judged, it was read and nobody can tell whether it is as it has to be; not-needed, it is not there, and nobody needs it.",
            "enum": [
              "as-expected",
              "differs",
              "missing",
              "unread",
              "not-judged",
              "not-needed"
            ]
          },
          "lines": {
            "type": "array",
            "description": "Only lines or settings that differ; with not-judged, those that cannot be told.",
            "items": {
              "type": "object",
              "required": [
                "where"
              ],
              "additionalProperties": false,
              "properties": {
                "where": {
                  "type": "string",
                  "description": "A line number or the name of a setting."
                },
                "expected": {
                  "type": "string"
                },
                "actual": {
                  "type": "string"
                }
              }
            }
          },
          "message": {
            "type": "string"
          },
          "remedy": {
            "type": "string"
          }
        }
      },
      "CustodyDrift": {
        "type": "object",
        "required": [
          "kms",
          "cluster",
          "items",
          "observedAt"
        ],
        "additionalProperties": false,
        "properties": {
          "kms": {
            "type": "string"
          },
          "cluster": {
            "type": "string"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SetupObject"
            }
          },
          "observedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "PortalIdentity": {
        "type": "object",
        "required": [
          "kms",
          "verdict",
          "items",
          "observedAt"
        ],
        "additionalProperties": false,
        "properties": {
          "kms": {
            "type": "string"
          },
          "verdict": {
            "$ref": "#/components/schemas/RightsVerdict"
          },
          "message": {
            "type": "string"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CredentialRight"
            }
          },
          "custodian": {
            "description": "Of the credential that destroys keys; absent where none is configured.",
            "allOf": [
              {
                "$ref": "#/components/schemas/CredentialRights"
              }
            ]
          },
          "observedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "RightsVerdict": {
        "type": "string",
        "enum": [
          "exact",
          "more",
          "less",
          "unknown"
        ]
      },
      "CredentialRights": {
        "type": "object",
        "required": [
          "verdict",
          "items"
        ],
        "additionalProperties": false,
        "properties": {
          "verdict": {
            "$ref": "#/components/schemas/RightsVerdict"
          },
          "message": {
            "type": "string"
          },
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CredentialRight"
            }
          }
        }
      },
      "CredentialRight": {
        "type": "object",
        "required": [
          "path",
          "expected",
          "actual",
          "verdict",
          "message"
        ],
        "additionalProperties": false,
        "properties": {
          "path": {
            "type": "string"
          },
          "expected": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "actual": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "verdict": {
            "type": "string",
            "enum": [
              "exact",
              "more",
              "less"
            ]
          },
          "message": {
            "type": "string"
          }
        }
      },
      "IsolationRow": {
        "type": "object",
        "required": [
          "tenantId",
          "custody",
          "basis",
          "own",
          "denied",
          "findings"
        ],
        "additionalProperties": false,
        "properties": {
          "tenantId": {
            "type": "string"
          },
          "custody": {
            "type": "string",
            "enum": [
              "vaulttenantsa",
              "vaulttokens"
            ]
          },
          "basis": {
            "type": "string",
            "description": "asked, the KMS answered for the credential; derived, from role and policy as read; unknown, neither could be had.",
            "enum": [
              "asked",
              "derived",
              "unknown"
            ]
          },
          "own": {
            "type": "array",
            "description": "What it may do on its own keys.",
            "items": {
              "type": "string"
            }
          },
          "denied": {
            "type": "integer",
            "description": "How many other tenants it is denied all of."
          },
          "findings": {
            "type": "array",
            "description": "Every path of another tenant that is not denied. With basis unknown no cell is known to be denied, and only what is known to be allowed is here.",
            "items": {
              "type": "object",
              "required": [
                "tenantId",
                "path",
                "capabilities",
                "message"
              ],
              "additionalProperties": false,
              "properties": {
                "tenantId": {
                  "type": "string"
                },
                "path": {
                  "type": "string"
                },
                "capabilities": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "message": {
                  "type": "string"
                }
              }
            }
          },
          "message": {
            "type": "string"
          }
        }
      },
      "IsolationMatrix": {
        "type": "object",
        "required": [
          "kms",
          "total",
          "offset",
          "limit",
          "tenants",
          "rows",
          "totals",
          "clean",
          "observedAt"
        ],
        "additionalProperties": false,
        "properties": {
          "kms": {
            "type": "string"
          },
          "total": {
            "type": "integer"
          },
          "offset": {
            "type": "integer"
          },
          "limit": {
            "type": "integer"
          },
          "tenants": {
            "type": "array",
            "description": "Ids of all tenants of the KMS, the columns; of those too that were offboarded and whose keys were kept.",
            "items": {
              "type": "string"
            }
          },
          "rows": {
            "type": "array",
            "description": "The page. Rows with findings come first, then those that are not known, then the others, each in the order of tenants.",
            "items": {
              "$ref": "#/components/schemas/IsolationRow"
            }
          },
          "totals": {
            "type": "object",
            "description": "How all rows stand, whatever the page.",
            "required": [
              "asked",
              "findings",
              "unknown"
            ],
            "additionalProperties": false,
            "properties": {
              "asked": {
                "type": "integer",
                "description": "How many were looked at; the others follow in a moment, and are unknown until then."
              },
              "findings": {
                "type": "integer",
                "description": "Of how many rows something is allowed."
              },
              "unknown": {
                "type": "integer",
                "description": "Of how many others not everything is known."
              }
            }
          },
          "clean": {
            "type": "boolean",
            "description": "Whether every cell of all rows, on whatever page, is known to be denied, and all tenants are known. Never of none."
          },
          "message": {
            "type": "string"
          },
          "observedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "KmsSource": {
        "type": "object",
        "required": [
          "cluster",
          "namespace",
          "style",
          "evidence",
          "reasons"
        ],
        "additionalProperties": false,
        "properties": {
          "cluster": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "style": {
            "type": "string",
            "description": "mounted-file, one key config.json that hides all else; config-map, a key per connection, read through the API.",
            "enum": [
              "mounted-file",
              "config-map",
              "unknown"
            ]
          },
          "configMap": {
            "type": "string"
          },
          "evidence": {
            "type": "string",
            "description": "How it is known."
          },
          "reasons": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Reason"
            }
          }
        }
      },
      "KeyRotation": {
        "type": "object",
        "required": [
          "availability",
          "message",
          "jobs"
        ],
        "additionalProperties": false,
        "properties": {
          "availability": {
            "type": "string",
            "enum": [
              "available",
              "not-installed",
              "not-supported",
              "unknown"
            ]
          },
          "message": {
            "type": "string"
          },
          "schedule": {
            "type": "string"
          },
          "scheduleFrom": {
            "type": "string",
            "enum": [
              "claim",
              "namespace",
              "storage-class"
            ]
          },
          "suspended": {
            "type": "boolean"
          },
          "cronJob": {
            "type": "string"
          },
          "lastScheduledAt": {
            "type": "string",
            "format": "date-time"
          },
          "lastSuccessAt": {
            "type": "string",
            "format": "date-time"
          },
          "jobs": {
            "type": "array",
            "description": "Newest first, at most 20.",
            "items": {
              "type": "object",
              "required": [
                "name",
                "result"
              ],
              "additionalProperties": false,
              "properties": {
                "name": {
                  "type": "string"
                },
                "result": {
                  "type": "string",
                  "enum": [
                    "running",
                    "succeeded",
                    "failed"
                  ]
                },
                "message": {
                  "type": "string"
                },
                "startedAt": {
                  "type": "string",
                  "format": "date-time"
                },
                "completedAt": {
                  "type": "string",
                  "format": "date-time"
                },
                "retries": {
                  "type": "integer"
                }
              }
            }
          },
          "proof": {
            "type": "string",
            "description": "What the KMS knows of the key's versions; a job that succeeded is no proof."
          }
        }
      },
      "MoveSnapshot": {
        "type": "object",
        "description": "Whether a snapshot of the old volume could become the new one.",
        "required": [
          "answer",
          "message"
        ],
        "additionalProperties": false,
        "properties": {
          "answer": {
            "type": "string",
            "description": "stays-clear, the driver takes it and leaves the data unencrypted; possible, by hand, for the plan is to copy.",
            "enum": [
              "possible",
              "refused",
              "stays-clear",
              "unknown"
            ]
          },
          "message": {
            "type": "string"
          }
        }
      },
      "MoveStep": {
        "type": "object",
        "required": [
          "id",
          "title",
          "who",
          "detail"
        ],
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "who": {
            "$ref": "#/components/schemas/Mender"
          },
          "detail": {
            "type": "string",
            "description": "What to do and to look at."
          },
          "commands": {
            "type": "string",
            "description": "Lines for a shell, where there are such."
          }
        }
      },
      "MoveFile": {
        "type": "object",
        "required": [
          "name",
          "content"
        ],
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string"
          },
          "content": {
            "type": "string",
            "description": "YAML, without any secret value."
          }
        }
      },
      "MovePlan": {
        "type": "object",
        "required": [
          "cluster",
          "namespace",
          "claim",
          "newClaim",
          "storageClass",
          "size",
          "accessModes",
          "volumeMode",
          "blockers",
          "notes",
          "snapshot",
          "steps",
          "files"
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
            "type": "string",
            "description": "The claim whose data moves."
          },
          "newClaim": {
            "type": "string",
            "description": "The claim that it moves to."
          },
          "storageClass": {
            "type": "string"
          },
          "size": {
            "type": "string"
          },
          "accessModes": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "volumeMode": {
            "type": "string",
            "enum": [
              "Filesystem",
              "Block"
            ]
          },
          "blockers": {
            "type": "array",
            "description": "What has to be mended first. While there is one, there are neither steps nor files.",
            "items": {
              "$ref": "#/components/schemas/Reason"
            }
          },
          "notes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Reason"
            }
          },
          "snapshot": {
            "$ref": "#/components/schemas/MoveSnapshot"
          },
          "steps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/MoveStep"
            }
          },
          "files": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/MoveFile"
            }
          }
        }
      },
      "CatalogFactType": {
        "type": "string",
        "enum": [
          "cluster",
          "kms",
          "storage-class",
          "tenant"
        ]
      },
      "CatalogFact": {
        "type": "object",
        "description": "One thing that the catalog may know.",
        "required": [
          "id",
          "type",
          "name",
          "dependsOn",
          "usedBy"
        ],
        "additionalProperties": false,
        "properties": {
          "id": {
            "type": "string",
            "description": "Such as cluster/prod, kms/vault, storage-class/prod/encrypted or tenant/prod/payments."
          },
          "type": {
            "$ref": "#/components/schemas/CatalogFactType"
          },
          "name": {
            "type": "string"
          },
          "cluster": {
            "type": "string",
            "description": "Where a StorageClass or a tenant is."
          },
          "owner": {
            "type": "string",
            "description": "Whom a tenant's namespace serves, an entity ref; absent also where that could not be read."
          },
          "dependsOn": {
            "type": "array",
            "description": "The ids of what it rests on.",
            "items": {
              "type": "string"
            }
          },
          "usedBy": {
            "type": "array",
            "description": "The refs of the entities whose claims rest on it. Those of a KMS only as far as neither the tenant nor the StorageClass of the claim leads to it.",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "CatalogFactPage": {
        "type": "object",
        "required": [
          "items",
          "unread"
        ],
        "additionalProperties": false,
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CatalogFact"
            }
          },
          "next": {
            "type": "string",
            "description": "What `after` is to be for the next page; absent on the last."
          },
          "unread": {
            "type": "array",
            "description": "The clusters that could not be read as a whole. What lacks of theirs may be there, and what rests on it.",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "AffectedEntity": {
        "type": "object",
        "required": [
          "entityRef",
          "owners",
          "volumes"
        ],
        "additionalProperties": false,
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "owners": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "volumes": {
            "type": "integer"
          }
        }
      },
      "BlastRadius": {
        "type": "object",
        "required": [
          "fact",
          "volumes",
          "volumesOfNone",
          "owners",
          "total",
          "offset",
          "limit",
          "items",
          "problems"
        ],
        "additionalProperties": false,
        "properties": {
          "fact": {
            "$ref": "#/components/schemas/CatalogFact"
          },
          "volumes": {
            "type": "integer",
            "description": "How many bound claims rest on it, of an entity or not."
          },
          "volumesOfNone": {
            "type": "integer",
            "description": "How many of these are of no entity of the catalog."
          },
          "owners": {
            "type": "integer",
            "description": "How many own the entities of all pages."
          },
          "total": {
            "type": "integer",
            "description": "How many entities."
          },
          "offset": {
            "type": "integer"
          },
          "limit": {
            "type": "integer"
          },
          "items": {
            "type": "array",
            "description": "Those with most volumes first.",
            "items": {
              "$ref": "#/components/schemas/AffectedEntity"
            }
          },
          "problems": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SourceProblem"
            }
          }
        }
      }
    }
  }
};
