import { list, record, text, whole } from '../spec/index.ts';

const idMapping = {
	containerid: whole,
	hostid: whole,
	size: whole,
};

/** A mount of a container as the OCI runtime specification has it, which people see by its Go names in lower case. */
export const mount = {
	destination: text,
	type: text,
	source: text,
	options: list(text),
	uidmappings: list(record(idMapping)),
	gidmappings: list(record(idMapping)),
};
