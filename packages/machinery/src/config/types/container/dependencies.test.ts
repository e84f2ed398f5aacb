import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dependencyProblems } from './dependencies.ts';

const container = (name: string, ...containers: string[]) => ({ name, dependsOn: { containers } });

test('containers that wait for nobody, in a row, or for the same one are fine', () => {
	assert.deepEqual(dependencyProblems([]), []);
	assert.deepEqual(dependencyProblems([{ name: 'a' }, container('b', 'a'), container('c', 'b')]), []);
	assert.deepEqual(dependencyProblems([container('a', 'b', 'c'), container('b', 'd'), container('c', 'd'), container('d')]), []);
});

test('cycles are shown as they close, sorted', () => {
	assert.deepEqual(dependencyProblems([container('b', 'a'), container('a', 'b'), container('d', 'c'), container('c', 'd')]), [
		'container dependsOn cycle detected: a -> b -> a, c -> d -> c',
	]);
});

test('a container that does not exist is named with who waits for it', () => {
	assert.deepEqual(dependencyProblems([container('a', 'x')]), ['container "a" depends on container "x", which is not configured']);
});

test('a long chain does not exhaust the stack', () => {
	const chain = Array.from({ length: 20_000 }, (_, index) => container(`c${index}`, `c${(index + 1) % 20_000}`));
	assert.equal(dependencyProblems(chain).length, 1);
});
