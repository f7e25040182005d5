import { errorFromBody } from './errorBody';

describe('errorFromBody', () => {
  it('gives back code, message and field', () => {
    const error = errorFromBody({
      error: {
        name: 'VolumeEncryptionError',
        message: 'Field "size" is not a size.',
        code: 'invalid-input',
        field: 'size',
      },
      response: { statusCode: 400 },
    });
    expect(error).toMatchObject({
      name: 'VolumeEncryptionError',
      message: 'Field "size" is not a size.',
      code: 'invalid-input',
      field: 'size',
    });
  });

  it.each([
    ['no object', 'Bad Gateway'],
    ['no error', { response: { statusCode: 502 } }],
    ['no code', { error: { name: 'NotAllowedError', message: 'Denied' } }],
    ['a code of somebody else', { error: { message: 'x', code: 'EPIPE' } }],
    ['a name of Object', { error: { message: 'x', code: 'toString' } }],
    ['no message', { error: { code: 'conflict' } }],
  ])('knows nothing of a body with %s', (_, body) => {
    expect(errorFromBody(body)).toBeUndefined();
  });
});
