import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sourceText } from './source-text.ts';

it('counts lines and columns as go-yaml does', () => {
	const source = sourceText('a.yaml', 'a\r\nb😀c\rd\u0085e\u2028f\n');
	const positions = [...'abcdef'].map((letter) => source.position(source.text.indexOf(letter)));
	assert.deepEqual(
		positions.map(({ line, column }) => [line, column]),
		[
			[1, 1],
			[2, 1],
			[2, 3],
			[3, 1],
			[4, 1],
			[5, 1],
		],
	);
	assert.deepEqual(source.position(source.text.length), { line: 6, column: 1 });
	assert.deepEqual(sourceText('', 'ab').position(3), { line: 2, column: 1 });
});
