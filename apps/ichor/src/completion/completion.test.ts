import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { zshScript } from './zsh.ts';

const program = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'bin/ichor.js');

/** Gives `ichor` a function of that name, which needs no installation. Single quotes: no path has one. */
const asFunction = `ichor() { '${process.execPath}' '${program}' "$@"; }`;

/** What bash does before it calls a completion function: it splits the line at spaces, and at = and :. */
const bashCompletes = `
compopt() { :; }
COMP_LINE="$1" COMP_POINT=\${#1} COMP_TYPE=9 COMP_WORDBREAKS=$' \\t\\n"\\'><=;|&(:'
COMP_WORDS=() rest="$1" piece='^([[:space:]]*)([^[:space:]=:]+|[=:]+)?'
while [[ -n $rest ]]; do
	[[ $rest =~ $piece ]]
	[[ -n \${BASH_REMATCH[2]} ]] && COMP_WORDS+=("\${BASH_REMATCH[2]}")
	rest="\${rest:\${#BASH_REMATCH[0]}}"
done
[[ "$1" == *[[:space:]] ]] && COMP_WORDS+=("")
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
__ichor
printf '%s\\n' "\${COMPREPLY[@]}"`;

/** What zsh does before it calls a completion function, and what the functions do that it is offered: here they print. */
const zshCompletes = `
words=(\${=1}) PREFIX=''
[[ "$1" == *' ' ]] && words+=('') || PREFIX="$words[-1]"
CURRENT=$#words
compdef() { :; }
compset() { PREFIX="\${PREFIX#*=}"; }
_files() { print files; }
_describe() { print -rl -- "\${(@)\${(@P)3}%%:*}"; }`;

const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;

const cases: readonly (readonly [line: string, candidates: readonly string[]])[] = [
	['ichor con', ['config', 'containers']],
	['ichor completion ', ['bash', 'fish', 'zsh']],
	['ichor version --cl', ['--client', '--cluster']],
	['ichor config info -o ', ['json', 'text', 'yaml']],
	['ichor config -n 10.5.0.2 info -o y', ['yaml']],
	['ichor gen ca ', ['--organization']],
	['ichor bogus ', []],
];

test('bash', { skip: has('bash') ? false : 'bash is not installed' }, () => {
	for (const [line, candidates] of [...cases, ['ichor config info --output=j', ['json']] as const]) {
		const script = `${bashScript('__complete')}\n${asFunction}\n${bashCompletes}`;
		const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', line], { encoding: 'utf8' });
		assert.deepEqual(stdout.split('\n').filter(Boolean), candidates, `${line}: ${stderr}`);
	}
});

test('fish', { skip: has('fish') ? false : 'fish is not installed' }, () => {
	for (const [line, candidates] of [...cases, ['ichor config info --output=j', ['--output=json']] as const]) {
		const script = `function ichor; '${process.execPath}' '${program}' $argv; end\n${fishScript('__completeNoDesc')}\ncomplete -C '${line}'`;
		const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', script], { encoding: 'utf8' });
		assert.deepEqual(stdout.split('\n').filter(Boolean), candidates, `${line}: ${stderr}`);
	}
});

test('zsh', { skip: has('zsh') ? false : 'zsh is not installed' }, () => {
	for (const [line, candidates] of [...cases, ['ichor config info --output=j', ['json']] as const]) {
		const script = `${zshCompletes}\n${asFunction}\n${zshScript('__complete')}\n_ichor`;
		const { stdout, stderr } = spawnSync('zsh', ['--no-rcs', '-c', script, 'zsh', line], { encoding: 'utf8' });
		assert.deepEqual(stdout.split('\n').filter(Boolean), candidates, `${line}: ${stderr}`);
	}
});
