/**
 * Reads server-sent events of a response. `EventSource` cannot send a header, so the token would be in the address.
 *
 * @param onEvent of `{id, event, data}`; one without data only carries its id
 */
export async function readEvents(body, onEvent) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const {done, value} = await reader.read();
    if (done) {
      return;
    }
    const blocks = (rest + value).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop();
    blocks.map(parse).forEach(onEvent);
  }
}

function parse(block) {
  const found = {id: null, event: null, data: null};
  block.split('\n').filter(line => line && !line.startsWith(':')).forEach(line => {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data' && found.data !== null) {
      found.data += `\n${value}`;
    } else if (name in found) {
      found[name] = value;
    }
  });
  return found;
}
