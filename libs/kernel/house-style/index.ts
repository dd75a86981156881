export { houseStyleEntities, HouseStyleModule } from './house-style.module.js';
