import type { Page } from 'playwright-core';
import type { OwnTestbed } from 'testbed';
import type { TestbedPortal } from './testbedPortal';

/** What a suite plays on; there when its tests run. */
export interface Stage {
  testbed(): OwnTestbed;
  portal(): TestbedPortal;
  page(): Page;
}
