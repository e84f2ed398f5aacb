import { LinuxError } from '../errors.ts';
import { libc } from '../libc/libc.ts';

/** One instruction of a classic BPF program (the kernel's networking/filter document). */
export interface FilterInstruction {
	readonly op: number;
	readonly jt: number;
	readonly jf: number;
	readonly k: number;
}

/** Lets only those packets reach a socket that a program takes, and as much of each as it says. Throws LinuxError, also for what is no program. */
export function attachFilter(fd: number, filter: readonly FilterInstruction[]): void {
	if (filter.length > mostInstructions) throw new LinuxError('invalid-argument', `a filter has at most ${mostInstructions} instructions`);
	// struct sock_fprog and its program, in one piece of memory so that neither part outlives the other
	const whole = Buffer.alloc(headSize + filter.length * instructionSize);
	const program = whole.subarray(headSize);
	for (const [index, { op, jt, jf, k }] of filter.entries()) {
		if (op > 0xffff || jt > 0xff || jf > 0xff) throw new LinuxError('invalid-argument', `instruction ${index} of the filter is none`);
		program.writeUInt16LE(op, index * instructionSize);
		program.writeUInt8(jt, index * instructionSize + 2);
		program.writeUInt8(jf, index * instructionSize + 3);
		program.writeUInt32LE(k, index * instructionSize + 4);
	}
	const head = whole.subarray(0, headSize);
	head.writeUInt16LE(filter.length, 0);
	head.writeBigUInt64LE(libc.addressOf(program), 8);
	libc.setOption(fd, socketLevel, attachFilterOption, head, 'attach the filter');
}

/** Of a 64 bit machine: how many and where; code, two jumps and a value. */
const headSize = 16;
const instructionSize = 8;

/** SOL_SOCKET, SO_ATTACH_FILTER. */
const socketLevel = 1;
const attachFilterOption = 26;
/** BPF_MAXINSNS of linux/bpf_common.h. */
const mostInstructions = 4096;
