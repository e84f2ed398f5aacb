import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Flag } from './flag.ts';
import { csv, integer, list, text, toggle } from './flag-kinds.ts';
import { scanFlags } from './scan.ts';
import { UsageError } from './usage-error.ts';

const flags = {
	force: toggle('force', 'usage', { shorthand: 'f' }),
	docs: toggle('with-docs', 'usage', { initial: true }),
	output: text('output', 'usage', { shorthand: 'o' }),
	hours: integer('hours', 'usage', { initial: 24 }),
	nodes: csv('nodes', 'usage', { shorthand: 'n', initial: ['one'] }),
	patch: list('patch', 'usage', { shorthand: 'p' }),
	verbose: toggle('verbose', 'usage', { shorthand: 'v' }),
};

interface Scanned {
	readonly given: Readonly<Record<string, unknown>>;
	readonly args: readonly string[];
}

function scan(...words: readonly string[]): Scanned {
	const { values, positionals } = scanFlags(words, Object.values(flags));
	return { given: Object.fromEntries([...values].map(([flag, value]) => [flag.name, value])), args: positionals };
}

test('every spelling of pflag', () => {
	const cases: readonly (readonly [words: readonly string[], given: Scanned['given'], args?: readonly string[]])[] = [
		[[], {}],
		[['a', '--force', 'b'], { force: true }, ['a', 'b']],
		[['--force=false'], { force: false }],
		[['--force', 'false'], { force: true }, ['false']],
		[['-f=F'], { force: false }],
		[['-fv'], { force: true, verbose: true }],
		[['-fvo', 'x'], { force: true, verbose: true, output: 'x' }],
		[['-fox'], { force: true, output: 'x' }],
		[['-o=x'], { output: 'x' }],
		[['-o='], { output: '=' }],
		[['-o', '-'], { output: '-' }],
		[['-o', '--force'], { output: '--force' }],
		[['--output='], { output: '' }],
		[['--output=a=b'], { output: 'a=b' }],
		[['--output', '--', '--force'], { output: '--', force: true }],
		[['--output=a', '--output=b'], { output: 'b' }],
		[['--', '--force', '--'], {}, ['--force', '--']],
		[['-', ''], {}, ['-', '']],
		[['-n', 'a,b', '--nodes', 'c'], { nodes: ['a', 'b', 'c'] }],
		[['--nodes='], { nodes: [] }],
		[['-p', 'a,b', '-p', '{"x": 1}'], { patch: ['a,b', '{"x": 1}'] }],
		[['--hours', '-1'], { hours: -1 }],
		[['--output', 'line\nbreak'], { output: 'line\nbreak' }],
	];
	for (const [words, given, args] of cases) assert.deepEqual(scan(...words), { given, args: args ?? [] }, words.join(' '));
});

test('what pflag refuses, with its words', () => {
	const cases: readonly (readonly [words: readonly string[], message: string])[] = [
		[['--forse'], 'unknown flag: --forse'],
		[['--forse=1'], 'unknown flag: --forse'],
		[['-x'], "unknown shorthand flag: 'x' in -x"],
		[['-fx'], "unknown shorthand flag: 'x' in -x"],
		[['-xf'], "unknown shorthand flag: 'x' in -xf"],
		[['-f='], "unknown shorthand flag: '=' in -="],
		[['--output'], 'flag needs an argument: --output'],
		[['-fo'], "flag needs an argument: 'o' in -o"],
		[['---force'], 'bad flag syntax: ---force'],
		[['--=x'], 'bad flag syntax: --=x'],
		[['--force=maybe'], 'invalid argument "maybe" for "-f, --force" flag: strconv.ParseBool: parsing "maybe": invalid syntax'],
		[['--hours=x'], 'invalid argument "x" for "--hours" flag: strconv.ParseInt: parsing "x": invalid syntax'],
		[['--forse', '--hours=x'], 'unknown flag: --forse'],
	];
	for (const [words, message] of cases) assert.throws(() => scan(...words), { name: 'UsageError', message }, words.join(' '));
});

test('a flag that is nearly right is named', () => {
	assert.throws(
		() => scan('--ouput', 'x'),
		(error) => error instanceof UsageError && error.hint === 'did you mean --output?',
	);
	assert.throws(
		() => scan('--completely-different'),
		(error) => error instanceof UsageError && error.hint === undefined,
	);
});

test('the spelling of a flag and its place among the arguments do not matter', () => {
	const value = fc.string({ minLength: 1 });
	const part = fc.oneof(
		fc.record({ flag: fc.constant<Flag>(flags.output), value }),
		fc.record({ flag: fc.constant<Flag>(flags.patch), value }),
		value.filter((word) => !word.startsWith('-')),
	);
	const spellings = fc.infiniteStream(fc.nat(4));
	fc.assert(
		fc.property(fc.array(part), spellings, (parts, choices) => {
			const words = parts.flatMap((one) => (typeof one === 'string' ? [one] : spell(one.flag, one.value, choices.next().value)));
			const chosen = parts.filter((one) => typeof one !== 'string');
			const outputs = chosen.filter(({ flag }) => flag === flags.output).map(({ value }) => value);
			const patches = chosen.filter(({ flag }) => flag === flags.patch).map(({ value }) => value);
			assert.deepEqual(scan(...words), {
				given: {
					...(outputs.length === 0 ? {} : { output: outputs.at(-1) }),
					...(patches.length === 0 ? {} : { patch: patches }),
				},
				args: parts.filter((one) => typeof one === 'string'),
			});
		}),
	);
});

function spell({ name, shorthand }: Flag, value: string, choice: number): readonly string[] {
	switch (choice) {
		case 0:
			return [`--${name}=${value}`];
		case 1:
			return [`--${name}`, value];
		case 2:
			return [`-${shorthand}`, value];
		case 3:
			return [`-${shorthand}=${value}`];
		// Glued on, a value that begins with = would lose it.
		default:
			return value.startsWith('=') ? [`-${shorthand}`, value] : [`-${shorthand}${value}`];
	}
}
