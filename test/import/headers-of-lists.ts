// What each column of the shared header lists means, worked out by hand from the system that wrote it; in the order of the lists.
// '-' is a column without a field of ours, 'a|b' may be either, and a name with '?' may be mapped or left.
export interface ListKey {
  /** The first header of the list, to notice a change of the lists. */
  first: string
  entity: string
  columns: Readonly<Record<string, string>>
}

const deals = 'opportunities'

export const listKeys: readonly ListKey[] = [
  {
    first: 'Territory Region',
    entity: deals,
    columns: {
      'Opportunity Owner': 'seller',
      'Account Name': 'account',
      'Opportunity Name': 'name',
      Stage: 'stage',
      'Forecast Category': 'forecastCategory',
      'Total Amount Currency': 'currency',
      'Total Amount': 'amount',
      'Close Date': 'closeOn',
      Type: 'isNewBusiness'
    }
  },
  {
    first: 'Opportunity ID',
    entity: deals,
    columns: {
      'Opportunity ID': 'externalId',
      'Opportunity Name': 'name',
      'Account Name': 'account',
      Stage: 'stage',
      Amount: 'amount',
      'Close Date': 'closeOn',
      Probability: 'probability',
      Owner: 'seller'
    }
  },
  {
    first: 'Id. de la oportunidad',
    entity: deals,
    columns: {
      'Id. de la oportunidad': 'externalId',
      'Nombre de la oportunidad': 'name',
      'Nombre de la cuenta': 'account',
      Etapa: 'stage',
      'Fecha de cierre': 'closeOn',
      'Importe Divisa': 'currency',
      Importe: 'amount',
      'Propietario de oportunidad': 'seller',
      'Id. de la cuenta': 'accountId',
      'Tipo de cuenta': 'accountSegment?',
      'Divisa de la oportunidad': 'currency?',
      'Origen del candidato': 'leadSource',
      'Fecha de creación': 'createdOn'
    }
  },
  {
    first: 'Nombre de la oportunidad',
    entity: deals,
    columns: {
      'Nombre de la oportunidad': 'name',
      'Nombre del Producto': 'product',
      Etapa: 'stage',
      Analista: 'seller?',
      'Fecha de creación': 'createdOn',
      'Monto Solicitado/Ofertado Divisa': 'currency?',
      'Monto Solicitado/Ofertado': 'amount',
      'Fecha de desembolso': 'closeOn?',
      'Divisa de la oportunidad': 'currency'
    }
  },
  {
    first: 'Propietario de oportunidad',
    entity: deals,
    columns: {
      'Propietario de oportunidad': 'seller',
      'Nombre de la oportunidad': 'name',
      Importe: 'amount',
      'Probabilidad (%)': 'probability',
      Etapa: 'stage',
      'Fecha de creación': 'createdOn',
      'Fecha de cierre': 'closeOn',
      'Nombre del producto': 'product',
      'Nombre de la cuenta': 'account'
    }
  },
  {
    first: 'Oportunidad: Propietario de oportunidad: Nombre completo',
    entity: deals,
    columns: {
      'Oportunidad: Propietario de oportunidad: Nombre completo': 'seller',
      'Fecha creación': 'createdOn',
      Origen: 'leadSource'
    }
  },
  { first: 'Propietario De Oportunidad', entity: '', columns: {} },
  {
    first: '_fivetran_synced',
    entity: deals,
    columns: {
      account_id: 'accountId',
      amount: 'amount',
      close_date: 'closeOn',
      created_date: 'createdOn',
      forecast_category: 'forecastCategory',
      forecast_category_name: 'forecastCategory?',
      id: 'externalId',
      is_closed: 'isClosed',
      is_won: 'isWon',
      last_activity_date: 'lastActivityOn',
      lead_source: 'leadSource',
      name: 'name',
      owner_id: 'sellerId',
      probability: 'probability',
      stage_name: 'stage',
      type: 'isNewBusiness'
    }
  },
  {
    first: 'Record ID',
    entity: deals,
    columns: {
      'Record ID': 'externalId',
      'Deal Name': 'name',
      'Deal Stage': 'stage',
      Amount: 'amount',
      'Deal owner': 'seller',
      'Close Date': 'closeOn',
      'Create Date': 'createdOn',
      'Last Activity Date': 'lastActivityOn'
    }
  },
  {
    first: 'Record ID',
    entity: deals,
    columns: {
      'Record ID': 'externalId',
      'Deal Name': 'name',
      Amount: 'amount',
      'Deal Stage': 'stage',
      'Close Date': 'closeOn',
      'Deal Owner': 'seller',
      'Company Name': 'account',
      'Create Date': 'createdOn'
    }
  },
  {
    first: 'Record ID',
    entity: deals,
    columns: {
      'Record ID': 'externalId',
      'Deal Name': 'name',
      'Associated Company': 'account',
      'Deal Stage': 'stage',
      Amount: 'amount',
      'Close Date': 'closeOn',
      'Deal Owner': 'seller'
    }
  },
  {
    first: 'Record ID',
    entity: 'accounts',
    columns: {
      'Record ID': 'externalId',
      'Company name': 'name',
      Domain: 'domain',
      'Company owner': 'owner',
      Industry: 'industry',
      'Country/Region': 'country'
    }
  },
  {
    first: 'Record ID',
    entity: 'contacts',
    columns: { 'Record ID': 'externalId', Email: 'email', 'Contact owner': 'owner', 'Lifecycle Stage': 'lifecycle' }
  },
  {
    first: 'dealname',
    entity: deals,
    columns: { dealname: 'name', dealstage: 'stage', 'close date': 'closeOn' }
  },
  {
    first: 'ID de registro',
    entity: deals,
    columns: {
      'ID de registro': 'externalId',
      'Nombre del negocio': 'name',
      'Propietario del negocio': 'seller',
      'Fecha de creación': 'createdOn'
    }
  },
  {
    first: 'ID de registro',
    entity: deals,
    columns: {
      'ID de registro': 'externalId',
      'Nombre del negocio': 'name',
      'Etapa del negocio': 'stage',
      Valor: 'amount',
      'Propietario del negocio': 'seller',
      'Fecha de creacion': 'createdOn',
      'Fecha de cierre': 'closeOn'
    }
  },
  {
    first: 'ID de registro',
    entity: 'accounts',
    columns: {
      'ID de registro': 'externalId',
      'Nombre de la empresa': 'name',
      'Propietario del registro de empresa': 'owner',
      Ciudad: 'city',
      Sector: 'industry'
    }
  },
  {
    first: 'Etapa del negocio',
    entity: deals,
    columns: {
      'Etapa del negocio': 'stage',
      'Fuente original de trafico': 'leadSource',
      'Unidad de negocio asignada': 'sellerTeam?'
    }
  },
  {
    first: 'deal_id',
    entity: deals,
    columns: {
      deal_id: 'externalId',
      deal_pipeline_stage_id: 'stage',
      owner_id: 'sellerId',
      property_dealname: 'name',
      property_amount: 'amount',
      property_closedate: 'closeOn',
      property_createdate: 'createdOn'
    }
  },
  {
    first: 'Deal Id',
    entity: deals,
    columns: {
      'Deal Id': 'externalId',
      'Deal Owner.id': 'sellerId',
      'Deal Owner': 'seller',
      'Deal Name': 'name',
      'Company Name.id': 'accountId',
      'Company Name': 'account',
      Amount: 'amount',
      Stage: 'stage',
      'Closing Date': 'closeOn',
      'Created Time': 'createdOn',
      'Last Activity Time': 'lastActivityOn'
    }
  },
  {
    first: 'Record Id',
    entity: deals,
    columns: {
      'Record Id': 'externalId',
      'Students Pipeline Owner.id': 'sellerId',
      'Students Pipeline Owner': 'seller',
      Amount: 'amount',
      'Students Pipeline Name': 'name',
      'Closing Date': 'closeOn',
      'Account Name.id': 'accountId',
      'Account Name': 'account',
      Stage: 'stage',
      Type: 'isNewBusiness',
      'Probability (%)': 'probability',
      'Lead Source': 'leadSource',
      'Created Time': 'createdOn'
    }
  },
  {
    first: 'Record Id',
    entity: deals,
    columns: {
      'Record Id': 'externalId',
      'Deal Owner.id': 'sellerId',
      Amount: 'amount',
      'Deal Name': 'name',
      'Closing Date': 'closeOn',
      'Account Name.id': 'accountId',
      Stage: 'stage'
    }
  },
  {
    first: 'Record Id',
    entity: 'contacts',
    columns: {
      'Record Id': 'externalId',
      'Contact Owner': 'owner',
      'First Name': 'firstName',
      'Last Name': 'lastName',
      'Account Name.id': 'accountId',
      'Account Name': 'account',
      Email: 'email',
      Title: 'title',
      Phone: 'phone',
      Mobile: 'phone?'
    }
  },
  {
    first: 'Nombre completo',
    entity: deals,
    columns: { 'Nombre completo': 'name', 'Propietario de Oportunidad': 'seller' }
  },
  {
    first: 'id',
    entity: deals,
    columns: {
      id: 'externalId',
      empresa: 'account',
      etapa: 'stage',
      importe_eur: 'amount',
      responsable: 'seller',
      ultima_actividad: 'lastActivityOn',
      cierre_previsto: 'closeOn',
      probabilidad: 'probability'
    }
  },
  {
    first: 'ID',
    entity: deals,
    columns: {
      ID: 'externalId',
      'Nombre de Oportunidad': 'name',
      'Empresa / Cliente': 'account',
      'Valor Estimado (USD)': 'amount',
      Moneda: 'currency',
      Etapa: 'stage',
      'Probabilidad (%)': 'probability',
      'Fecha Creación': 'createdOn',
      'Fecha Cierre Est.': 'closeOn',
      Responsable: 'seller',
      Origen: 'leadSource',
      'Producto / Servicio': 'product'
    }
  },
  {
    first: 'ID',
    entity: deals,
    columns: {
      ID: 'externalId',
      Cliente: 'account',
      Industria: 'accountIndustry',
      'Nombre de la Oportunidad': 'name',
      Origen: 'leadSource',
      Responsable: 'seller',
      Estado: 'stage',
      'Fecha de Inicio': 'createdOn?',
      'Fecha de Entrega': 'closeOn?',
      TCV: 'amount',
      Currency: 'currency',
      '% Probabilidad': 'probability',
      'Fecha Creación': 'createdOn'
    }
  }
]
