import { Member, NodeAddress, OperatorSpec, OSRoot, TrustdCertificates } from '@ichor/machinery/resources';

/** Every type of resource that trustd reads: it has no codecs but theirs, and what has none comes without its fields. */
export const resourceTypes = [Member, NodeAddress, OperatorSpec, OSRoot, TrustdCertificates] as const;
