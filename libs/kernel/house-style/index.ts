export { houseStyleEntities, HouseStyleModule } from './house-style.module.js';
export { HouseStyleService } from './house-style.service.js';
