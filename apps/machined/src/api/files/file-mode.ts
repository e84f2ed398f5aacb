/** st_mode (inode(7)) as Go's fs.FileMode, which the API carries. */
export function fileMode(mode: number): number {
	let bits = mode & 0o777;
	bits |= typeBits[mode & 0o170000] ?? irregular;
	if ((mode & 0o4000) !== 0) bits |= 1 << 23;
	if ((mode & 0o2000) !== 0) bits |= 1 << 22;
	if ((mode & 0o1000) !== 0) bits |= 1 << 20;
	return bits >>> 0;
}

const device = 1 << 26;
const irregular = 1 << 19;

/** By the type in st_mode: socket, link, regular, block, folder, character, pipe. */
const typeBits: Readonly<Record<number, number>> = {
	0o140000: 1 << 24,
	0o120000: 1 << 27,
	0o100000: 0,
	0o060000: device,
	0o040000: 1 << 31,
	0o020000: device | (1 << 21),
	0o010000: 1 << 25,
};
