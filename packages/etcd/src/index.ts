export { type Candidacy, campaign, type Incumbent } from './election/campaign.ts';
export { type ElectionStore, electionStore, openElectionStore } from './election/election-store.ts';
export { EtcdClient, type EtcdEndpoints } from './etcd-client.ts';
