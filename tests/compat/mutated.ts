import { oddKeys, oddScalars } from './odd-words.ts';
import type { Random } from './random.ts';

/** A text with one to four things done to it, each of which somebody's editor, template or script could have done. */
export function mutated(text: string, random: Random): string {
	let lines = text.split('\n');
	for (let count = random.pick([1, 1, 1, 2, 4]); count > 0; count -= 1) lines = random.pick(lineMutations)(lines, random);
	const whole = lines.join('\n');
	return random.once(8) ? random.pick(textMutations)(whole, random) : whole;
}

type LineMutation = (lines: readonly string[], random: Random) => string[];

const odd: LineMutation = (lines, random) => replaced(lines, random, (line) => withValue(line, random.pick(oddScalars)));

const lineMutations: readonly LineMutation[] = [
	odd,
	odd,
	odd,
	odd,
	odd,
	odd,
	(lines, random) =>
		replaced(lines, random, (line) =>
			line.replace(/^(\s*(?:- )*)([^\s:#-][^:]*)(:(?:\s|$))/, (_, before, _key, after) => `${before}${random.pick(oddKeys)}${after}`),
		),
	(lines, random) =>
		replaced(lines, random, (line) => `${line}\n${line.replace(/\S.*$/, '')}${random.pick(oddKeys)}: ${random.pick(oddScalars)}`),
	(lines, random) => replaced(lines, random, (line) => `${line}\n${line}`),
	(lines, random) => replaced(lines, random, () => undefined),
	(lines, random) => replaced(lines, random, (line) => ` ${line}`),
	(lines, random) => replaced(lines, random, (line) => line.replace(/^ +/, (indent) => ' '.repeat(random.below(indent.length + 3)))),
	(lines, random) => replaced(lines, random, (line) => line.replace(/^ +/, '\t')),
	(lines, random) => replaced(lines, random, (line) => `${line} # a comment`),
	(lines, random) => replaced(lines, random, (line) => `# a comment\n${line}\n\n`),
	(lines, random) =>
		replaced(lines, random, (line) => line.replace(/: (?=\S)/, `: ${random.pick(['&a ', '&b ', '!!str ', '!!int ', '! ', '\t', '  '])}`)),
	(lines, random) =>
		replaced(lines, random, (line) =>
			line.replace(
				/: (\S+)$/,
				(_, value) =>
					`: ${random.pick([`"${value}"`, `'${value}'`, `|\n${' '.repeat(30)}${value}`, `>-\n${' '.repeat(30)}${value}\n${' '.repeat(30)}more`, `[${value}]`, `\n${' '.repeat(30)}${value}`])}`,
			),
		),
	(lines, random) => replaced(lines, random, (line) => withValue(line, random.pick(['*a', '*b', '{<<: *a}', '{<<: [*a, *b], x: 1}']))),
	(lines, random) =>
		replaced(lines, random, (line) =>
			random.pick([
				'---',
				'...',
				'--- # next',
				'--- {}',
				'--- !!map',
				'%YAML 1.1',
				'%TAG ! tag:x,2000:',
				'apiVersion: v1alpha1',
				'kind: v1alpha1',
				'kind: HostnameConfig',
				'kind: Nothing',
				'name: ""',
				'$patch: delete',
				'version: v1beta1',
				line.slice(random.below(line.length + 1)),
				line.slice(0, random.below(line.length + 1)),
			]),
		),
	(lines, random) => {
		const [from, to] = [random.below(lines.length), random.below(lines.length)];
		const moved = [...lines];
		moved.splice(to, 0, ...moved.splice(from, 1 + random.below(4)));
		return moved;
	},
	(lines, random) => {
		const from = random.below(lines.length);
		const copied = lines.slice(from, from + 1 + random.below(12));
		const all = [...lines];
		all.splice(random.below(lines.length), 0, ...copied);
		return all;
	},
];

const textMutations: readonly ((text: string, random: Random) => string)[] = [
	(text) => text.replaceAll('\n', '\r\n'),
	(text) => text.replaceAll('\n', '\r'),
	(text) => `\ufeff${text}`,
	(text, random) => text.slice(0, random.below(text.length + 1)),
	(text, random) =>
		inserted(
			text,
			random,
			random.pick([
				'\0',
				'\u0007',
				'\ufeff',
				'\u2028',
				'\u0085',
				'\t',
				'\ud800',
				'\ufffe',
				'\u007f',
				':',
				'- ',
				'\n',
				'\r',
				' ',
				'#',
				'"',
				"'",
				'{',
				'}',
				']',
				',',
				'&',
				'*',
				'!',
				'|',
				'%',
				'@',
				'`',
				'\\',
			]),
		),
	(text, random) => inserted(text, random, '\n---\n'),
	(text, random) => inserted(text, random, random.pick(['[', '{a: ', '- ', '? ']).repeat(1 + random.below(60))),
	(text) => `${text}---\n${text}`,
	(text) => `---\n---\n${text}...\n---\n`,
	(text) => `# only\n${text.replaceAll(/^/gm, '  ')}`,
	(text) => text.trimEnd(),
];

function replaced(lines: readonly string[], random: Random, change: (line: string) => string | undefined): string[] {
	const at = random.below(lines.length);
	const line = change(lines[at] ?? '');
	return [...lines.slice(0, at), ...(line === undefined ? [] : line.split('\n')), ...lines.slice(at + 1)];
}

function withValue(line: string, value: string): string {
	const pair = /^(\s*(?:- )*(?:"[^"]*"|[^\s"#:][^:]*):)(?: |$)/.exec(line);
	if (pair?.[1] !== undefined) return `${pair[1]} ${value}`;
	return line.replace(/^(\s*- ).*$/, (_, before) => `${before}${value}`);
}

function inserted(text: string, random: Random, piece: string): string {
	const at = random.below(text.length + 1);
	return text.slice(0, at) + piece + text.slice(at);
}
