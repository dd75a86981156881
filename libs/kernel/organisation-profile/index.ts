export { organisationProfileEntities, OrganisationProfileModule } from './organisation-profile.module.js';
export * from './organisation-profile.service.js';
