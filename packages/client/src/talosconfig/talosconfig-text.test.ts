import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { ClientError } from '../errors.ts';
import type { TalosContext, Talosconfig } from './talosconfig.ts';
import { decodeTalosconfig, encodeTalosconfig } from './talosconfig-text.ts';

/** What talosctl v1.13.9 made of the file below by `config node n3`; `proxy-url`, which it does not know, is ours. */
const saved = `context: a
contexts:
    "1":
        endpoints: []
    a:
        endpoints:
            - 1.1.1.1
            - "2"
            - t
        nodes:
            - n1
        ca: Y2E=
        auth:
            basic:
                username: u
                password: p
            siderov1:
                identity: i
        cluster: cl
        proxy-url: socks5://x
    b10:
        endpoints: []
`;

test('a file is read leniently and printed as upstream prints it', () => {
	const text = `context: a
unknown: 1
contexts:
  a:
    endpoints: [1.1.1.1, "2"]
    nodes: [n1]
    ca: Y2E=
    foo: bar
    target: t
    proxy-url: socks5://x
    auth: {basic: {username: u, password: p}, siderov1: {identity: i}}
    cluster: cl
  b10: {}
  "1": {endpoints: }
`;
	assert.equal(encodeTalosconfig(decodeTalosconfig(text)), saved);
	assert.equal(encodeTalosconfig(decodeTalosconfig(saved)), saved);
});

test('scalars of other types are texts, and nulls in a list are passed over', () => {
	const { context, contexts } = decodeTalosconfig('context: 5\ncontexts: {5: {endpoints: [5, true, null, 1.0]}}\n---\ncontext: other\n');
	assert.equal(context, '5');
	assert.deepEqual(contexts.get('5')?.endpoints, ['5', 'true', '1.0']);
});

test('an empty configuration has both of its keys', () => {
	assert.equal(encodeTalosconfig({ context: '', contexts: new Map() }), 'context: ""\ncontexts: {}\n');
});

test('what is no talosconfig is refused, without its content', () => {
	for (const text of ['', '[]', 'contexts: 5', 'contexts: {a: {key: [c2VjcmV0]}}', 'foo: [', 'contexts: {a: }']) {
		assert.throws(
			() => decodeTalosconfig(text),
			(error) => error instanceof ClientError && error.code === 'malformed' && !error.message.includes('c2VjcmV0'),
			text,
		);
	}
	assert.throws(() => decodeTalosconfig(''), { message: 'EOF' });
	assert.throws(() => decodeTalosconfig('[]'), { message: 'yaml: construct errors:\n  line 1: cannot construct !!seq into config.Config' });
});

const text = fc.string();
const optional = { ca: text, crt: text, key: text, cluster: text, proxyURL: text, nodes: fc.array(text, { minLength: 1 }) };
const context: fc.Arbitrary<TalosContext> = fc
	.record({ endpoints: fc.array(text), ...optional }, { requiredKeys: ['endpoints'] })
	.map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as unknown as TalosContext);
const config: fc.Arbitrary<Talosconfig> = fc.record({
	context: text,
	contexts: fc.array(fc.tuple(fc.oneof(text, fc.constant('__proto__')), context)).map((entries) => new Map(entries)),
});

test('any configuration survives', () => {
	fc.assert(fc.property(config, (value) => assert.deepEqual(asObject(decodeTalosconfig(encodeTalosconfig(value))), asObject(value))));
});

function asObject({ context, contexts }: Talosconfig) {
	return { context, contexts: [...contexts].sort(([a], [b]) => (a < b ? -1 : 1)) };
}
