import { Clock } from '@weerbaar/kernel/clock';
import { operatorActor } from '@weerbaar/kernel/context';
import { OneTimeLinkService } from '@weerbaar/kernel/identity';
import type { TestApi, TestOrganisation } from '../../support/test-api.js';
import type { Answer, TestClient } from '../../support/test-client.js';

/** What there is in an organisation of which every table holds something; names as in the addresses of routes. */
export interface FullOrganisation extends TestOrganisation {
  readonly year: number;
  /** The token of its directory. */
  readonly provisioningSecret: string;
  readonly ids: Readonly<
    Record<
      | 'buildingBlockId'
      | 'memberId'
      | 'policyDocumentId'
      | 'assessmentId'
      | 'findingId'
      | 'actionId'
      | 'documentId'
      | 'renderingId'
      | 'personId'
      | 'accountId'
      | 'assignmentId'
      | 'restorationId'
      | 'departmentId'
      | 'jobFunctionId'
      | 'employmentId'
      | 'reviewId'
      | 'lineId'
      | 'importId'
      | 'sessionId'
      | 'tokenId'
      | 'userId',
      string
    >
  >;
}

const everything = [
  'employee',
  'integrity-adviser',
  'municipal-secretary',
  'works-council',
  'administrator',
  'auditor',
] as const;

/** Fills an organisation through the routes, as its people do, and by hand what only a worker makes. */
export async function fillOrganisation(api: TestApi, slug: string): Promise<FullOrganisation> {
  const organisation = await api.createOrganisation(slug, { anna: everything, bram: ['employee'] });
  const anna = await organisation.signIn('anna');
  // Bram is mailed at once what anna asks of him below.
  const ofBram = await organisation.signIn('bram');
  made(await ofBram.patch('/mail-preferences/current', 0, { timing: 'at-once' }));
  const bram = organisation.people.bram;
  const [personId, accountId] = [bram?.personId ?? '', bram?.accountId ?? ''];
  const today = api.app.get(Clock).today();
  const year = Number(today.slice(0, 4));

  const people = await fillPeople(api, anna, organisation.id, { personId, accountId, today });
  const structure = await fillStructure(anna, personId, today);
  const imported = await fillImport(api, anna, organisation.id, today);
  const catalogue = await fillCatalogue(anna, personId);
  const { provisioningSecret, ...directory } = await fillDirectory(organisation, anna, today);
  const cycle = await fillCycle(anna, year, catalogue.buildingBlockId, personId);
  const documents = await fillDocuments(api, anna, year, today);
  await fillWhatAWorkerMakes(api, organisation.id, documents.renderingId);
  return {
    ...organisation,
    year,
    provisioningSecret,
    ids: {
      ...people,
      ...directory,
      ...structure,
      ...imported,
      ...catalogue,
      ...cycle,
      ...documents,
      personId,
      accountId,
    },
  };
}

async function fillPeople(
  api: TestApi,
  anna: TestClient,
  organisationId: string,
  { personId, accountId, today }: { personId: string; accountId: string; today: string },
) {
  const assignment = made(
    await anna.post('/role-assignments', { personId, role: 'manager', validFrom: today }),
  );
  await api.asSuperuser(`update account set email = 'bram@voorbeeld.example' where id = $1`, [accountId]);
  const restoration = made(await anna.post(`/accounts/${accountId}/second-factor-restorations`));
  made(await anna.post(`/accounts/${accountId}/invitations`));
  made(await anna.post('/second-factors/current/recovery-codes'));
  await api.database.asOrganisation(organisationId, () =>
    api.app.get(OneTimeLinkService).make(operatorActor, accountId, 'invitation'),
  );
  await api.asSuperuser(
    `insert into identity_provider (organisation_id, id, issuer, client_id, authentication, sealed_credential, scope,
                                    name_claim, strong_acr, group_roles, changed_at)
     values ($1, gen_random_uuid(), 'https://inloggen.example', 'weerbaar', 'private_key_jwt', '\\x00', 'openid',
             'email', '{}', '{}', now())`,
    [organisationId],
  );
  await api.asSuperuser(
    `insert into provider_sign_in (organisation_id, token_hash, sealed_secrets, strong, return_path, expires_at)
     values ($1, sha256('\\x00'), '\\x00', false, '/', now())`,
    [organisationId],
  );
  const sessions = made(await anna.get('/sessions'));
  const review = made(await anna.post('/rights-reviews', { kind: 'yearly' }));
  const { items: lines } = made(await anna.get('/rights-review-lines'));
  return {
    assignmentId: assignment.id as string,
    restorationId: restoration.id as string,
    sessionId: sessions[0].id as string,
    reviewId: review.id as string,
    lineId: lines[0].id as string,
  };
}

async function fillStructure(anna: TestClient, personId: string, validFrom: string) {
  const code = 'bz';
  const department = made(
    await anna.post('/departments', { code, name: 'Burgerzaken', kind: 'Afdeling', validFrom }),
  );
  const jobFunction = made(await anna.post('/job-functions', { code, name: 'Medewerker balie', validFrom }));
  const employment = made(
    await anna.post(`/persons/${personId}/employments`, {
      personnelNumber: '1',
      kind: 'employee',
      departmentId: department.id,
      jobFunctionId: jobFunction.id,
      validFrom,
    }),
  );
  return {
    departmentId: department.id as string,
    jobFunctionId: jobFunction.id as string,
    employmentId: employment.id as string,
  };
}

async function fillDirectory(organisation: TestOrganisation, anna: TestClient, lastDay: string) {
  const { id, secret } = made(await anna.post('/provisioning-tokens', { label: 'Entra ID', lastDay }));
  const user = made(
    await organisation.visitor().at('POST', '/scim/v2/Users', {
      headers: { authorization: `Bearer ${secret}` },
      body: {
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        userName: 'carla@voorbeeld.example',
        emails: [{ value: 'carla@voorbeeld.example', type: 'work' }],
      },
    }),
  );
  return { tokenId: id as string, userId: user.id as string, provisioningSecret: secret as string };
}

/** Compared by nobody: no worker runs here. */
async function fillImport(api: TestApi, anna: TestClient, organisationId: string, referenceDay: string) {
  const bytes = Buffer.from('Personeelsnummer;Naam;Afdelingscode;Datum in dienst\n1;Bram;bz;2026-01-01\n');
  const file = { name: 'hr.csv', type: 'text/csv', bytes };
  const { id } = made(await anna.upload('/employment-imports', { referenceDay }, file));
  await api.asSuperuser(
    `insert into employment_import_line (organisation_id, import_id, sequence, kind, differences, faults, account_remains)
     values ($1, $2, 1, 'unchanged', '[]', '[]', false)`,
    [organisationId, id],
  );
  return { importId: id as string };
}

async function fillCatalogue(anna: TestClient, personId: string) {
  const [block] = made(await anna.get('/building-blocks')).items;
  const path = `/building-blocks/${block.id}`;
  await anna.post(`${path}/members`, { personId });
  const policyDocument = made(
    await anna.post(`${path}/policy-documents`, { title: 'Gedragscode', kind: 'regulation' }),
  );
  const file = { name: 'code.pdf', bytes: Buffer.from('%PDF-1.7\ntekst\n%%EOF\n') };
  const adopted = { adoptedOn: '2025-02-04', adoptedBy: 'college', validFrom: '2025-03-01' };
  made(await anna.upload(`/policy-documents/${policyDocument.id}/versions`, adopted, file));
  const assessment = made(
    await anna.upload(
      `${path}/assessments`,
      {
        aspect: 'existence',
        periodFrom: '2025-01-01',
        periodTo: '2025-06-30',
        judgement: 'partial',
        reason: 'Niet overal bekend',
        evidence: 'Steekproef van tien',
      },
      file,
    ),
  );
  const { network } = made(await anna.get(path));
  return {
    buildingBlockId: block.id as string,
    memberId: network[0].id as string,
    policyDocumentId: policyDocument.id as string,
    assessmentId: assessment.id as string,
  };
}

async function fillCycle(anna: TestClient, year: number, buildingBlockId: string, personId: string) {
  made(await anna.post('/annual-cycles', { year }));
  const finding = made(
    await anna.post(`/annual-cycles/${year}/findings`, { source: 'developments', title: 'Nieuwe wet' }),
  );
  const action = made(
    await anna.post(`/annual-cycles/${year}/actions`, {
      buildingBlockId,
      title: 'Gedragscode herzien',
      quarter: 1,
      owner: { kind: 'person', personId },
      findingId: finding.id,
    }),
  );
  made(
    await anna.post(
      `/actions/${action.id}/progress-notes`,
      { quarter: 1, status: 'running', note: 'Begonnen' },
      action,
    ),
  );
  await remindOwner(anna, { year, buildingBlockId, personId });
  return { findingId: finding.id as string, actionId: action.id as string };
}

/** Of an action of which nothing was reported. */
async function remindOwner(
  anna: TestClient,
  { year, buildingBlockId, personId }: { year: number; buildingBlockId: string; personId: string },
): Promise<void> {
  const owner = { kind: 'person', personId };
  const action = { buildingBlockId, title: 'Gedragscode bespreken', quarter: 1, owner };
  made(await anna.post(`/annual-cycles/${year}/actions`, action));
  const { reminded } = made(await anna.post(`/annual-cycles/${year}/progress-rounds/1/_remind`));
  if (reminded !== 1) throw new Error('nobody was reminded');
}

/** A published plan, and a report that is still a draft. */
async function fillDocuments(api: TestApi, anna: TestClient, year: number, today: string) {
  const path = `/annual-cycles/${year}/annual-documents`;
  made(await anna.post(path, { kind: 'report' }));
  const { id } = made(await anna.post(path, { kind: 'plan' }));
  const body = {
    type: 'document',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Tekst' }] }],
  };
  made(await anna.put(`/annual-documents/${id}/chapters/communication`, 0, { body }));
  const act = async (what: string, sent?: object) => {
    const { version } = made(await anna.get(`/annual-documents/${id}`));
    return anna.post(`/annual-documents/${id}/${what}`, sent, { version });
  };
  made(await act('_submit'));
  for (const outcome of ['approved', 'approved', 'discussed', 'approved', 'informed'])
    made(await act('adoption-decisions', { outcome, decidedOn: today }));
  const rendering = made(await anna.post(`/annual-documents/${id}/renderings`, { edition: 'internal' }));
  if ((await act('_publish')).statusCode !== 204) throw new Error('not published');
  return { documentId: id as string, renderingId: rendering.id as string };
}

async function fillWhatAWorkerMakes(
  api: TestApi,
  organisationId: string,
  renderingId: string,
): Promise<void> {
  await api.asSuperuser(
    `insert into rendered_file (organisation_id, rendering_id, format, file_id)
     select organisation_id, $2, 'pdf', id from file where organisation_id = $1 limit 1`,
    [organisationId, renderingId],
  );
  await api.asSuperuser(
    `insert into audit_seal (organisation_id, sequence, entry_id, entry_hash, chain_hash, sealed_at)
     select organisation_id, 1, id, content_hash, content_hash, now() from audit_entry where organisation_id = $1 limit 1`,
    [organisationId],
  );
  await api.asSuperuser(
    `insert into audit_checkpoint (organisation_id, day, sequence, chain_hash, signature, key_id)
     select organisation_id, current_date, 1, chain_hash, chain_hash, 'proof' from audit_seal where organisation_id = $1`,
    [organisationId],
  );
}

function made(answer: Answer) {
  if (answer.statusCode >= 400) throw new Error(answer.body);
  return answer.statusCode === 204 ? undefined : answer.json();
}
