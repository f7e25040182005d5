import type { Component } from './catalog';

/** A component whose volumes are in the namespace of its own name. */
export function componentIn(name: string, namespace = name): Component {
  return {
    name,
    annotations: {
      'backstage.io/kubernetes-id': name,
      'backstage.io/kubernetes-namespace': namespace,
    },
  };
}
