/** One instruction of a classic BPF program. */
export interface BpfInstruction {
	readonly op: number;
	readonly jt: number;
	readonly jf: number;
	readonly k: number;
}

/**
 * A program as `tcpdump -dd` prints it, an instruction a line: `{ 0x15, 0, 8, 0x00000060 },`.
 *
 * @throws Error at the first line that is none
 */
export function parseFilter(text: string): readonly BpfInstruction[] {
	return text
		.trim()
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => {
			const [, op, jt, jf, k] = /^\{ 0x([\da-f]{1,8}), (\d+), (\d+), 0x([\da-f]{1,8}) \},/i.exec(line) ?? [];
			if (op === undefined || k === undefined)
				throw new Error(`error parsing bpf instruction ${JSON.stringify(line)}: input does not match format`);
			return { op: Number.parseInt(op, 16), jt: Number(jt), jf: Number(jf), k: Number.parseInt(k, 16) };
		});
}
