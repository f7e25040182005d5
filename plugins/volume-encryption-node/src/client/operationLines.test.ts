import { OPERATION_LINES } from 'backstage-plugin-volume-encryption-common';
import { LinesBroken, resultIn } from './operationLines';

const result = { operation: 'x', steps: [], references: [], notes: [] };
const step = { id: 'a', title: 'A', outcome: 'created' };

/** An answer that comes in these parts. */
function answer(parts: string[], type = OPERATION_LINES): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(encoder.encode(part));
      controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': type } });
}

it('tells of each line as it comes, however it is cut, and gives the result', async () => {
  const told = jest.fn();
  const text = `${JSON.stringify({ step })}\n\n\n${JSON.stringify({ result })}\n`;
  expect(await resultIn(answer([...text]), told)).toEqual(result);
  expect(told.mock.calls).toEqual([[{ step }]]);
});

it('throws the error of the last line by its code', async () => {
  const error = { code: 'kms-sealed', message: 'Sealed.' };
  const lines = [`${JSON.stringify({ error })}\n`];
  await expect(resultIn(answer(lines))).rejects.toMatchObject(error);
});

it('throws what is no error of ours in its words', async () => {
  const error = { name: 'Error', message: 'It failed unexpectedly.' };
  const lines = [`${JSON.stringify({ error })}\n`];
  await expect(resultIn(answer(lines))).rejects.toThrow('unexpectedly');
});

it.each([[['']], [['{"step":']], [[JSON.stringify({ step })]]])(
  'is broken where it ends with %j',
  async parts => {
    await expect(resultIn(answer(parts))).rejects.toThrow(LinesBroken);
  },
);

it('takes the answer of a backend that knows no lines', async () => {
  const text = JSON.stringify(result, null, 2);
  const whole = answer([...text], 'application/json; charset=utf-8');
  expect(await resultIn(whole)).toEqual(result);
});
