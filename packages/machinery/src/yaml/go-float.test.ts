import assert from 'node:assert/strict';
import { it } from 'node:test';
import { formatFloat } from './go-float.ts';

it('formats floats as Go does', () => {
	const floats: readonly [value: number, text: string][] = [
		[0, '0'],
		[-0, '-0'],
		[1.5, '1.5'],
		[100000, '100000'],
		[1000000, '1e+06'],
		[1234567.5, '1.2345675e+06'],
		[0.0001, '0.0001'],
		[0.00001, '1e-05'],
		[-2.5e-10, '-2.5e-10'],
		[1e21, '1e+21'],
		[1.7976931348623157e308, '1.7976931348623157e+308'],
		[5e-324, '5e-324'],
		[Number.POSITIVE_INFINITY, '.inf'],
		[Number.NEGATIVE_INFINITY, '-.inf'],
		[Number.NaN, '.nan'],
	];
	for (const [value, text] of floats) assert.equal(formatFloat(value), text);
});
