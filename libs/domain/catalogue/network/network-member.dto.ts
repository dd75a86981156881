import { Day, Identifier, Line } from '@weerbaar/kernel/http';

export class NewNetworkMember {
  @Identifier({ description: 'The person who joins the network of the block' })
  personId: string;
}

export class NetworkMemberView {
  @Identifier()
  id: string;

  @Identifier()
  personId: string;

  @Line({ max: 200 })
  name: string;

  @Day({ description: 'Member since' })
  validFrom: string;
}
