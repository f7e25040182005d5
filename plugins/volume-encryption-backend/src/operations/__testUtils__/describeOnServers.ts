// Suites that run on several servers.
/* eslint-disable jest/no-export */

import { startSandbox, type Sandbox } from 'sandbox';
import {
  describeOnOwnTestbed,
  describeOnTestbed,
  type OwnTestbed,
  type Testbed,
} from 'testbed';
import { clientNode } from '../../cluster/clientNode';
import type { OperationsUnderTest } from './OperationsUnderTest';
import { onSandbox, onTestbed } from './serversUnderTest';

/**
 * The client is loaded before anything is connected to: that takes some seconds of
 * a busy machine, after which a server has closed what was kept.
 */
const LOADING_MS = 60_000;

type Suite<S> = (under: () => OperationsUnderTest, servers: () => S) => void;

/** A suite on a sandbox of its own. */
export function describeInSandbox(title: string, suite: Suite<Sandbox>): void {
  describe(`${title}, in the sandbox`, () => {
    let sandbox: Sandbox;
    let under: OperationsUnderTest;
    beforeAll(async () => {
      await clientNode();
      sandbox = await startSandbox();
      under = await onSandbox(sandbox);
    }, LOADING_MS);
    afterAll(() => sandbox.stop());

    suite(
      () => under,
      () => sandbox,
    );
  });
}

/** A suite on real servers, which may be somebody's. */
export function describeOnRealServers(
  title: string,
  suite: Suite<Testbed>,
): void {
  describeOnTestbed(`${title}, on real servers`, testbed =>
    afterSetUp(testbed, suite),
  );
}

/** A suite on real servers of our own, which may be broken by it. */
export function describeOnOurServers(
  title: string,
  suite: Suite<OwnTestbed>,
): void {
  describeOnOwnTestbed(title, testbed => afterSetUp(testbed, suite));
}

function afterSetUp<T extends Testbed>(testbed: () => T, suite: Suite<T>) {
  let under: OperationsUnderTest;
  beforeAll(async () => {
    await clientNode();
    under = await onTestbed(testbed());
  }, LOADING_MS);

  suite(() => under, testbed);
}
