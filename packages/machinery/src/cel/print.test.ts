import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diskEnvironment, oomTriggerEnvironment } from './environments.ts';
import { canonicalCel } from './expression.ts';

const printed = (expression: string) => canonicalCel(expression, oomTriggerEnvironment);

test('expressions are printed in one spelling', () => {
	for (const [expression, canonical] of [
		["disk.dev_path=='/dev/sda'", 'disk.dev_path == "/dev/sda"'],
		['((1 + 2)) * (3 * 4)', '(1 + 2) * (3 * 4)'],
		['1 - (2 - 3) - 4', '1 - (2 - 3) - 4'],
		['(a && b) && c || d && (e || f)', 'a && b && c || d && (e || f)'],
		['!(a || b)', '!(a || b)'],
		['!!a', 'a'],
		['-(-1)', '--1'],
		['a ? b : (c ? d : e)', 'a ? b : (c ? d : e)'],
		['(a + b).c[1u].d(2.0, 1e21)', '(a + b).c[1u].d(2.0, 1e+21)'],
		['has(a.b) && a.all(x, x > 1)', 'has(a.b) && a.all(x, x > 1)'],
		['{"a":1,?b:c}', '{"a": 1, ?b: c}'],
		['a.?b[?c].`d-e`', 'a.?b[?c].`d-e`'],
		["r'\\d' + b'\\x01é'", '"\\\\d" + b"\\001\\303\\251"'],
		['x in [1, 2]', 'x in [1, 2]'],
		['123456789.0 + 0.00001', '1.23456789e+08 + 1e-05'],
		['a.B{c: 1}', 'a.B{c: 1}'],
	]) {
		assert.equal(printed(expression ?? ''), canonical, expression);
	}
});

test('a line ends behind the logical operator that stands beyond column 80', () => {
	const name = 'x'.repeat(50);
	assert.equal(printed(`${name} && ${name} && ${name}`), `${name} && ${name} &&\n${name}`);
});

test('what cannot be read has no spelling', () => {
	assert.equal(canonicalCel('1 +', diskEnvironment), undefined);
	assert.equal(canonicalCel('a.?b', diskEnvironment), undefined);
});

// Upstream forgets the parentheses in `(!a).b` and `-(-a)`: those are left out.
test('printing twice changes nothing', () => {
	const { expression } = fc.letrec<{ expression: string }>((tie) => {
		const sub = tie('expression');
		return {
			expression: fc.oneof(
				{ depthSize: 'small', withCrossShrink: true },
				fc.constantFrom('a', 'a.b', '1', '2u', '-3', '4.5', '"s\\n"', "b'x'", 'true', 'null', '[]', '{}'),
				fc.tuple(sub, fc.constantFrom('+', '-', '*', '%', '==', '<', 'in', '&&', '||'), sub).map(([l, o, r]) => `(${l}) ${o} (${r})`),
				sub.map((operand) => `!f(${operand})`),
				sub.map((operand) => `-f(${operand})`),
				fc.tuple(sub, sub, sub).map(([c, t, f]) => `(${c}) ? (${t}) : (${f})`),
				fc.tuple(sub, sub).map(([a, b]) => `a[${b}].f(${a}, ${b})`),
				fc.tuple(sub, sub).map(([a, b]) => `[${a}, ?${b}, {${a}: ${b}}]`),
				fc.tuple(sub, sub).map(([a, b]) => `f(${a}).exists(x, ${b})`),
			),
		};
	});
	fc.assert(
		fc.property(expression, (text) => {
			const once = printed(text);
			assert.notEqual(once, undefined);
			assert.equal(printed(once ?? ''), once);
		}),
	);
});
