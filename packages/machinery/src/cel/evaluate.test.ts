import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { LinkStatusSpecSchema } from '@ichor/api/resource/definitions/network';
import { linkEnvironment } from './environments.ts';
import { evaluateCel } from './evaluate.ts';
import { celProblem } from './expression.ts';
import { CelError, CelMessage } from './value.ts';

const link = new CelMessage(
	LinkStatusSpecSchema,
	create(LinkStatusSpecSchema, {
		driver: 'virtio_net',
		hardwareAddr: Uint8Array.of(0, 0x1a, 0x2b, 3, 4, 5),
		mtu: 1500,
		linkState: true,
		altNames: ['enp1s0', 'lan'],
		type: 1,
	}),
);

/** Each has been found right by the checker too. */
const cases: readonly (readonly [expression: string, value: boolean])[] = [
	['glob("00:1a:2b:*", mac(link.hardware_addr))', true],
	['glob("00:*:05", mac(link.permanent_addr))', false],
	['link.driver == "virtio_net" && link.mtu >= 1500u && link.type == 1', true],
	['link.driver.startsWith("mlx") || link.link_state', true],
	['!(link.driver in ["e1000", "virtio_net"])', false],
	['link.alt_names.exists(name, name == "lan")', true],
	['link.alt_names.all(name, size(name) > 3)', false],
	['link.alt_names.exists_one(name, name.matches("^enp"))', true],
	['link.alt_names.map(name, name + "!").filter(name, name != "lan!").size() == 1', true],
	['has(link.driver) && !has(link.vlan) && link.vlan.vid == 0u', true],
	['{"a": 1, "b": 2}["b"] == 2 && "a" in {"a": 1}', true],
	['(link.mtu > 9000u ? "jumbo" : "plain").endsWith("in")', true],
	['10 / 3 == 3 && 10 % 3 == 1 && -7 / 2 == -3 && 2 * 3 - 1 == 5 && 1.5 + 1.0 == 2.5', true],
	['b"ab" + b"c" == bytes("abc") && string(b"x") == "x" && int("42") == 42 && bool("true")', true],
	['"é".size() == 1 && "a" < "b" && b"a" < b"ab"', true],
	// one side has no value, the other decides
	['1 / 0 == 1 || true', true],
	['false && 1 / 0 == 1', false],
];

describe('the value of a CEL expression', () => {
	for (const [expression, value] of cases) {
		it(expression, () => {
			assert.equal(celProblem(expression, linkEnvironment, 'bool'), undefined);
			assert.equal(evaluateCel(expression, linkEnvironment, { link }), value);
		});
	}

	it('is none where there can be none', () => {
		for (const expression of [
			'1 / 0 == 1',
			'[1, 2][5] == 1',
			'{"a": 1}["b"] == 1',
			'int("x") == 1',
			'"a".matches("(")',
			'9223372036854775807 * 4 == 1',
		])
			assert.throws(
				() => evaluateCel(expression, linkEnvironment, { link }),
				(error) => error instanceof CelError && error.code === 'failed',
				expression,
			);
		assert.throws(() => evaluateCel('link.', linkEnvironment, { link }), { code: 'unreadable' });
	});
});
