import type { ServiceAccount } from '@ichor/machinery/effective';
import type { ArgumentMap } from './arguments.ts';

/**
 * Which tokens of service accounts the API server issues and takes, as its arguments. What is issued comes first; others' tokens
 * of earlier days are taken besides. None where nothing is said: the cluster's endpoint is the issuer then.
 */
export function serviceAccountArguments(account: ServiceAccount | undefined): ArgumentMap {
	if (account === undefined || account.issuerURL === '') return {};
	const { issuerURL, acceptedIssuers, audiences } = account;
	return {
		'service-account-issuer': [issuerURL, ...acceptedIssuers.filter((issuer) => issuer !== issuerURL)],
		'api-audiences': [audiences.join(',')],
	};
}
