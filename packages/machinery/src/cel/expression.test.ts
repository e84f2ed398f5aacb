import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	type CelEnvironment,
	diskEnvironment,
	linkEnvironment,
	oomRankingEnvironment,
	oomTriggerEnvironment,
	volumeEnvironment,
} from './environments.ts';
import { celProblem } from './expression.ts';

/** The messages about an expression, without the lines that show where. */
function messages(expression: string, environment: CelEnvironment = diskEnvironment): string[] {
	const problem = celProblem(expression, environment, 'bool');
	return problem?.match(/^(?:ERROR.*|expression output.*)$/gm)?.map((line) => line.replace('ERROR: <input>:', '')) ?? [];
}

test('selectors speak of what their environment declares', () => {
	for (const [expression, environment] of [
		['disk.size > 120u * GB && disk.size < 1u * TB && !disk.rotational', diskEnvironment],
		['glob("/dev/nvme*", disk.dev_path) || "/dev/x" in disk.symlinks || system_disk', diskEnvironment],
		['volume.name == "xfs" && disk.serial == "1"', volumeEnvironment],
		['mac(link.permanent_addr).startsWith("00:1a") && link.vlan.vid == 5u', linkEnvironment],
		['link.wireguard.peers.exists(p, p.persistent_keepalive_interval > duration("1s"))', linkEnvironment],
		['multiply_qos_vectors(qos_memory_current, {System: 1.0, Podruntime: 0.5}) > 10.0', oomTriggerEnvironment],
		['memory_max.hasValue() && path != "" && class == Burstable', oomRankingEnvironment],
	] as const) {
		assert.deepEqual(messages(expression, environment), [], expression);
	}
	assert.deepEqual(messages('volume.size > 0u'), ["1:1: undeclared reference to 'volume' (in container '')"]);
	assert.deepEqual(messages('disk.color == "red"'), ["1:5: undefined field 'color'"]);
	assert.deepEqual(messages('system_disk', volumeEnvironment), ["1:1: undeclared reference to 'system_disk' (in container '')"]);
	assert.deepEqual(messages('mac(disk.wwid) == ""'), ["1:4: undeclared reference to 'mac' (in container '')"]);
});

test('operators and functions have overloads', () => {
	assert.deepEqual(messages('disk.size > 5'), ["1:11: found no matching overload for '_>_' applied to '(uint, int)'"]);
	assert.deepEqual(messages('disk.model.size(1) == 1'), ["1:16: found no matching overload for 'size' applied to 'string.(int)'"]);
	assert.deepEqual(messages('disk.model && 1'), [
		"1:5: expected type 'bool' but found 'string'",
		"1:15: expected type 'bool' but found 'int'",
	]);
	assert.deepEqual(messages('[1, 2u][0] == 1'), []);
	assert.deepEqual(messages('disk.symlinks[0u] == ""'), ["1:14: found no matching overload for '_[_]' applied to '(list(string), uint)'"]);
	assert.deepEqual(messages('true ? 1 : "a"'), ["1:6: found no matching overload for '_?_:_' applied to '(bool, int, string)'"]);
	assert.deepEqual(messages('type(disk.size) == uint'), []);
});

test('the result has the type that is wanted', () => {
	assert.deepEqual(messages('disk.size'), ['expression output type is uint, expected bool']);
	assert.deepEqual(messages('dyn(true)'), ['expression output type is dyn, expected bool']);
	assert.deepEqual(messages('[1u]'), ['expression output type is list(uint), expected bool']);
	assert.deepEqual(messages('null'), ['expression output type is null_type, expected bool']);
	assert.deepEqual(messages('duration("1s")'), ['expression output type is google.protobuf.Duration, expected bool']);
	assert.equal(celProblem('1.0', oomRankingEnvironment, 'double'), undefined);
});

test('macros bind their variable', () => {
	for (const macro of ['all', 'exists', 'exists_one']) assert.deepEqual(messages(`disk.symlinks.${macro}(s, s.startsWith("/"))`), []);
	assert.deepEqual(messages('disk.symlinks.filter(s, s != "").map(s, s.size()) == [1]'), []);
	assert.deepEqual(messages('has(disk.serial)'), []);
	assert.deepEqual(messages('disk.symlinks.all(s, s > 1)'), ["1:24: found no matching overload for '_>_' applied to '(string, int)'"]);
	assert.deepEqual(messages('disk.model.all(s, true)'), [
		"1:5: expression of type 'string' cannot be range of a comprehension (must be list, map, or dynamic)",
	]);
	assert.deepEqual(messages('disk.symlinks.all(1, true)'), ['1:19: argument must be a simple name']);
	assert.deepEqual(messages('disk.symlinks.map(a.b, true) == []'), ['1:20: argument is not an identifier']);
	assert.deepEqual(messages('has(disk)'), ['1:5: invalid argument to has() macro']);
	assert.deepEqual(messages('[1].exists(__result__, true)'), ['1:12: iteration variable overwrites accumulator variable']);
});

test('numbers of different types compare once a macro was seen, as upstream', () => {
	assert.deepEqual(messages('[1].all(x, x > 0u) && disk.size > 5'), []);
	assert.equal(messages('disk.size > 5 && [1].all(x, x > 0u)').length, 1);
});

test('values that may be absent need the environment for it', () => {
	for (const expression of [
		'memory_max.or(memory_peak).orValue(1u) > 0u',
		'{"a": 1}.?a.hasValue()',
		'[1][?0].optMap(x, x > 0).orValue(false)',
		'optional.none() == optional.of(1)',
	]) {
		assert.deepEqual(messages(expression, oomRankingEnvironment), [], expression);
	}
	assert.deepEqual(messages('disk.?size == 1u'), ["1:5: unsupported syntax '.?'"]);
	assert.deepEqual(messages('[?1] == []', oomRankingEnvironment), ["1:3: expected type 'optional_type(int)' but found 'int'"]);
});

test('what cannot be read is named where it stands', () => {
	for (const [expression, ...expected] of [
		[
			'disk.size >',
			"1:12: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}",
		],
		['(system_disk', "1:13: Syntax error: missing ')' at '<EOF>'"],
		['system_disk system_disk', "1:13: Syntax error: extraneous input 'system_disk' expecting <EOF>"],
		['[1 2]', "1:4: Syntax error: extraneous input '2' expecting {']', ','}"],
		['disk.size = 1u', "1:11: Syntax error: token recognition error at: '= '", "1:13: Syntax error: extraneous input '1u' expecting <EOF>"],
		['disk.model == "a', `1:15: Syntax error: token recognition error at: '"a'`],
		['if', '1:1: reserved identifier: if'],
		['0xFFFFFFFFFFFFFFFFF == 1', '1:1: invalid int literal'],
		['disk."a"', `1:6: Syntax error: no viable alternative at input '."a"'`],
	]) {
		assert.deepEqual(messages(expression ?? '').slice(0, expected.length), expected, expression);
	}
});

test('places are lines and columns of characters, and wide characters get wide dots', () => {
	const problem = celProblem('"é😁" == disk.model &&\n\tnope', diskEnvironment, 'bool');
	assert.equal(problem, "ERROR: <input>:2:2: undeclared reference to 'nope' (in container '')\n |  nope\n | .^");
	assert.equal(
		celProblem('"é😁" > 1', diskEnvironment, 'bool'),
		"ERROR: <input>:1:6: found no matching overload for '_>_' applied to '(string, int)'\n | \"é😁\" > 1\n | .．．..^",
	);
});

test('hostile expressions are refused after bounded work', () => {
	assert.match(messages(`${'('.repeat(300)}true${')'.repeat(300)}`)[0] ?? '', /expression recursion limit exceeded: 250/);
	assert.match(messages('['.repeat(5000))[0] ?? '', /expression recursion limit exceeded: 250/);
	assert.match(messages(`1${'+1'.repeat(300)} == 1`)[0] ?? '', /expression recursion limit exceeded: 250/);
	assert.match(messages(' '.repeat(100_001))[0] ?? '', /expression code point size exceeds limit: size: 100001, limit 100000/);
	assert.deepEqual(messages(`true${' && true'.repeat(5000)}`), []);
	assert.deepEqual(messages('{"__proto__": 1}.__proto__ == 1'), []);
	assert.deepEqual(messages('[1].constructor(a, b)'), [
		"1:16: undeclared reference to 'constructor' (in container '')",
		"1:17: undeclared reference to 'a' (in container '')",
		"1:20: undeclared reference to 'b' (in container '')",
	]);
	assert.deepEqual(messages('constructor'), ["1:1: undeclared reference to 'constructor' (in container '')"]);
});
