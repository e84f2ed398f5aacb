import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { contextOf, decodeTalosconfig } from '@ichor/client';
import { commandWords } from './command-words.ts';
import { type NodeLine, nodeLines } from './node-lines.ts';
import { ichor, type Outcome, type Program, runIn } from './program.ts';
import { noTalosctl, talosctlOf } from './talosctl.ts';

/*
 * Commands that read nodes, beside the talosctl whose commands ours are, on one running cluster: the same standard output,
 * the same errors, the same exit code. TALOSCONFIG names the cluster: `npm run up` prints how to set it.
 */

const talosctl = await talosctlOf('v1.13');
const talosconfig = process.env['TALOSCONFIG'] === undefined ? undefined : resolve(process.env['TALOSCONFIG']);

if (talosctl === undefined) test('commands on nodes beside talosctl', { skip: noTalosctl('v1.13') }, () => undefined);
else if (talosconfig === undefined || !existsSync(talosconfig)) {
	test('commands on nodes beside talosctl', { skip: 'TALOSCONFIG names no cluster: `npm run up` starts one' }, () => undefined);
} else {
	const content = readFileSync(talosconfig, 'utf8');
	const { endpoints = [] } = contextOf(decodeTalosconfig(content));
	describe('commands on nodes beside talosctl', { concurrency: 2 }, () => {
		for (const line of nodeLines) test(line.words, async () => await compare(talosctl, line, content, endpoints));
	});
}

/** What moves may move between the two: three times it may, then it differs. */
async function compare(talosctl: Program, line: NodeLine, talosconfig: string, endpoints: readonly string[]): Promise<void> {
	const words = commandWords(line.words.replaceAll(/\b(?:A|B|DOWN)\b/g, (name) => addressOf(name, endpoints)));
	const environment = { TALOSCONFIG: 'talosconfig', NO_COLOR: '1' };
	const surroundings = { files: { talosconfig }, environment, interrupted: line.endless === true };
	for (let attempt = 1; ; attempt++) {
		const [theirs, ours] = await Promise.all([runIn(surroundings, talosctl, words), runIn(surroundings, ichor, words)]);
		try {
			assert.deepEqual(comparable(ours, line), comparable(theirs, line));
			return;
		} catch (error) {
			if (attempt === 3) throw error;
		}
	}
}

/** The last address of a network of 256 is nobody's. */
function addressOf(name: string, [first = '', second = '']: readonly string[]): string {
	return name === 'A' ? first : name === 'B' ? second : first.replace(/\d+$/, '250');
}

function comparable({ code, stdout, stderr, files }: Outcome, { moving = 'ages' }: NodeLine) {
	const output = stdout.replace(/^Client:\n(?:Talos .*|\t[^]*?OS\/Arch:.*)$/m, 'Client:');
	const masks: Readonly<Record<typeof moving, (text: string) => string>> = {
		ages: inOrder,
		names: (text) => [...new Set(text.split('\n'))].toSorted().join('\n'),
		numbers: (text) =>
			inOrder(text)
				.replaceAll(/\d+(?:\.\d+)?(?: ?[kMGT]?B\b)?/g, '0')
				.replaceAll(/ +/g, ' '),
		header: (text) =>
			text
				.slice(0, text.indexOf('\n'))
				.replaceAll(/ +/g, ' ')
				.replace(/\d{4}-\d\d-\d\dT[\s\S]*/, ''),
	};
	// a help text is ours; what several nodes say has no order
	const said = inOrder(stderr.replace(/\n+Usage:\n[\s\S]*/, '\n')).replaceAll('talosctl', 'ichor');
	return { code, stdout: masks[moving](output), stderr: moving === 'names' ? '' : said, files: [...files.keys()] };
}

/** The lines behind the first in order, without ages and without what time it is. */
function inOrder(text: string): string {
	const [first = '', ...rest] = text
		.replaceAll(/ +(?:\d+h)?(?:\d+m)?\d+s ago */g, ' AGE ago ')
		.replaceAll(/\((?:\d+h)?(?:\d+m)?\d+s ago\)/g, '(AGE ago)')
		.replaceAll(/\((?:\d+\.\d+)\/\d+\/\d+\)/g, '(TIMER)')
		.split('\n');
	return [first, ...rest.toSorted()].join('\n');
}
