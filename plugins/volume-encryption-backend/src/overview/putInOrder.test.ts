import { putInOrder } from './putInOrder';

const byNumber = (one: number, other: number) => one - other;

it.each([
  [[], [], []],
  [[], [2, 1], [1, 2]],
  [[1, 3, 5], [], [1, 3, 5]],
  [
    [1, 3, 5],
    [6, 0, 4, 4, 5],
    [0, 1, 3, 4, 4, 5, 5, 6],
  ],
])('%j with %j is %j', (list: number[], few: number[], all: number[]) => {
  expect(putInOrder(list, few, byNumber)).toEqual(all);
});
