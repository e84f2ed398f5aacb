import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelValueProblem, qualifiedNameProblem, subdomainProblem } from './kubernetes-names.ts';

test('qualified names have at most one prefix, a subdomain', () => {
	for (const name of ['a', 'A-b_c.d', 'example.com/a', 'a'.repeat(63)]) assert.equal(qualifiedNameProblem(name), undefined, name);
	assert.equal(qualifiedNameProblem(''), 'name cannot be empty: ""');
	assert.equal(qualifiedNameProblem('/a'), 'prefix cannot be empty: "/a"');
	assert.equal(qualifiedNameProblem('a/'), 'name cannot be empty: "a/"');
	assert.equal(qualifiedNameProblem('a/b/c'), 'invalid format: too many slashes: "a/b/c"');
	assert.equal(qualifiedNameProblem('A/b'), 'prefix "A" is invalid: domain doesn\'t match required format: "A"');
	assert.equal(qualifiedNameProblem('-a'), 'name "-a" is invalid');
	assert.equal(qualifiedNameProblem('a'.repeat(64)), `name is too long: "${'a'.repeat(64)}" (limit is 63)`);
});

test('subdomains are lower case and short enough', () => {
	for (const text of ['a', 'a-b.c1', '1.2']) assert.equal(subdomainProblem(text), undefined, text);
	for (const text of ['', 'A', 'a..b', '-a', 'a-', 'a_b', 'a.']) assert.notEqual(subdomainProblem(text), undefined, text);
	assert.match(subdomainProblem('a'.repeat(254)) ?? '', /^domain name length exceeds limit of 253/);
});

test('values of labels may be empty', () => {
	for (const text of ['', 'a', 'A.b_c-d']) assert.equal(labelValueProblem(text), undefined, text);
	assert.equal(labelValueProblem('a b'), 'label value "a b" is invalid');
	assert.match(labelValueProblem('a'.repeat(64)) ?? '', /^label value length exceeds limit of 63/);
});
