// The headers of exports of several CRM systems with the field that each column means, worked out by hand from what the system
// keeps in it. '-' is a column without a field of ours; a field with '?' may be mapped or not.
export interface KnownHeaders {
  system: string
  entity: string
  /** Header → field, in the order of the export. */
  columns: Readonly<Record<string, string>>
}

export const headersOfSystems: readonly KnownHeaders[] = [
  {
    system: 'Pipedrive en',
    entity: 'opportunities',
    columns: {
      'Deal - ID': 'externalId',
      'Deal - Title': 'name',
      'Deal - Creator': '-',
      'Deal - Owner': 'seller',
      'Deal - Value': 'amount',
      'Deal - Currency of Value': 'currency',
      'Deal - Weighted value': '-',
      'Deal - Probability': 'probability',
      'Deal - Organization': 'account?',
      'Deal - Pipeline': '-',
      'Deal - Contact person': '-',
      'Deal - Stage': 'stage',
      'Deal - Label': '-',
      'Deal - Status': 'status',
      'Deal - Deal created': 'createdOn',
      'Deal - Update time': '-',
      'Deal - Last stage change': '-',
      'Deal - Next activity date': '-',
      'Deal - Last activity date': 'lastActivityOn',
      'Deal - Won time': 'wonOn',
      'Deal - Lost time': 'lostOn',
      'Deal - Deal closed on': 'closedOn',
      'Deal - Lost reason': 'lossReason',
      'Deal - Expected close date': 'closeOn',
      'Deal - Product quantity': '-',
      'Deal - Source channel': 'leadSource',
      'Organization - Name': 'account?',
      'Person - Email': '-'
    }
  },
  {
    system: 'Pipedrive es',
    entity: 'opportunities',
    columns: {
      'Trato - ID': 'externalId',
      'Trato - Título': 'name',
      'Trato - Valor': 'amount',
      'Trato - Moneda de Valor': 'currency',
      'Trato - Organización': 'account',
      'Trato - Propietario': 'seller',
      'Trato - Persona de contacto': '-',
      'Trato - Etapa': 'stage',
      'Trato - Estado': 'status',
      'Trato - Trato creado': 'createdOn',
      'Trato - Hora de actualización': '-',
      'Trato - Fecha de cierre prevista': 'closeOn',
      'Trato - Hora de ganado': 'wonOn',
      'Trato - Motivo de pérdida': 'lossReason',
      'Trato - Valor ponderado': '-'
    }
  },
  {
    system: 'Dynamics 365 en',
    entity: 'opportunities',
    columns: {
      '(Do Not Modify) Opportunity': 'externalId',
      '(Do Not Modify) Row Checksum': '-',
      '(Do Not Modify) Modified On': '-',
      Topic: 'name',
      'Potential Customer': 'account',
      'Est. Close Date': 'closeOn',
      'Est. Revenue': 'amount',
      Contact: '-',
      Account: '-',
      Probability: 'probability',
      Rating: '-',
      Owner: 'seller',
      Status: 'status?',
      'Status Reason': 'stage',
      'Created On': 'createdOn',
      Currency: 'currency',
      'Actual Revenue': 'actualAmount',
      'Actual Close Date': 'closedOn'
    }
  },
  {
    system: 'Dynamics 365 es',
    entity: 'opportunities',
    columns: {
      '(No modificar) Oportunidad': 'externalId',
      '(No modificar) Suma de comprobación de la fila': '-',
      '(No modificar) Fecha de modificación': '-',
      Tema: 'name',
      'Cliente potencial': 'account',
      'Fecha de cierre est.': 'closeOn',
      'Ingresos est.': 'amount',
      Contacto: '-',
      Probabilidad: 'probability',
      Propietario: 'seller',
      'Razón para el estado': 'stage',
      'Fecha de creación': 'createdOn',
      Divisa: 'currency'
    }
  },
  {
    system: 'Zoho es',
    entity: 'opportunities',
    columns: {
      'ID de registro': 'externalId',
      'Propietario de Trato.id': 'sellerId',
      'Propietario de Trato': 'seller',
      Importe: 'amount',
      'Nombre de Trato': 'name',
      'Fecha de cierre': 'closeOn',
      'Nombre de Cuenta.id': 'accountId',
      'Nombre de Cuenta': 'account',
      Fase: 'stage',
      Tipo: 'isNewBusiness',
      'Probabilidad (%)': 'probability',
      'Ingresos esperados': '-',
      'Siguiente paso': '-',
      'Fuente de Posible cliente': 'leadSource',
      'Nombre de contacto': '-',
      'Creado por': '-',
      'Modificado por': '-',
      'Hora de creación': 'createdOn',
      'Hora de modificación': '-',
      'Hora de la última actividad': 'lastActivityOn',
      'Motivo de la pérdida': 'lossReason'
    }
  },
  {
    system: 'HubSpot en, all properties',
    entity: 'opportunities',
    columns: {
      'Record ID': 'externalId',
      'Deal Name': 'name',
      'Deal Stage': 'stage',
      'Close Date': 'closeOn',
      'Deal owner': 'seller',
      Amount: 'amount',
      'Amount in company currency': '-',
      'Annual contract value': '-',
      'Annual recurring revenue': '-',
      'Closed Lost Reason': 'lossReason',
      'Closed Won Reason': '-',
      'Deal Type': 'isNewBusiness',
      Currency: 'currency',
      'Days to close': '-',
      'Deal probability': 'probability',
      'Forecast category': 'forecastCategory',
      'Weighted amount': '-',
      'Is Closed Won': 'isWon',
      'Is Deal Closed?': 'isClosed',
      'Last Contacted': 'lastActivityOn?',
      'Last Modified Date': '-',
      'Next Activity Date': '-',
      'Number of Associated Contacts': '-',
      'Number of Sales Activities': '-',
      'Original Traffic Source': 'leadSource',
      'Owner Assigned Date': '-',
      'HubSpot Team': 'sellerTeam',
      'Associated Company IDs': 'accountId',
      'Associated Company': 'account',
      'Associated Contact IDs': '-',
      'Create Date': 'createdOn'
    }
  },
  {
    system: 'HubSpot es, todas las propiedades',
    entity: 'opportunities',
    columns: {
      'ID de registro': 'externalId',
      'Nombre del negocio': 'name',
      'Etapa del negocio': 'stage',
      'Fecha de cierre': 'closeOn',
      'Propietario del negocio': 'seller',
      Valor: 'amount',
      'Importe en la moneda de la empresa': '-',
      'Tipo de negocio': 'isNewBusiness',
      Moneda: 'currency',
      'Probabilidad del negocio': 'probability',
      'Categoría de pronóstico': 'forecastCategory',
      'Motivo de pérdida del negocio': 'lossReason',
      'Fecha de la última modificación': '-',
      'Fecha de la última actividad': 'lastActivityOn',
      'Número de contactos asociados': '-',
      'IDs de empresas asociadas': 'accountId',
      'Empresa asociada': 'account',
      'Fecha de creación': 'createdOn',
      'Días para el cierre': '-'
    }
  },
  {
    system: 'Salesforce en, all fields',
    entity: 'opportunities',
    columns: {
      'Opportunity ID': 'externalId',
      'Opportunity Name': 'name',
      'Account Name': 'account',
      'Account ID': 'accountId',
      'Opportunity Owner': 'seller',
      'Owner Role': '-',
      'Opportunity Owner Email': 'sellerEmail',
      'Account Owner': 'accountOwner',
      Amount: 'amount',
      'Amount Currency': 'currency',
      'Amount (converted)': '-',
      'Amount (converted) Currency': '-',
      'Expected Revenue': '-',
      Stage: 'stage',
      'Close Date': 'closeOn',
      'Close Month': '-',
      'Created Date': 'createdOn',
      'Created By': '-',
      'Last Modified Date': '-',
      'Last Modified By': '-',
      'Last Activity': 'lastActivityOn',
      'Last Stage Change Date': '-',
      'Stage Duration': '-',
      Age: '-',
      'Fiscal Period': '-',
      'Lead Source': 'leadSource',
      Type: 'isNewBusiness',
      'Probability (%)': 'probability',
      Closed: 'isClosed',
      Won: 'isWon',
      'Loss Reason': 'lossReason',
      'Billing Country': 'accountCountry',
      Industry: 'accountIndustry',
      'Product Name': 'product',
      'Primary Campaign Source': '-'
    }
  },
  {
    system: 'Odoo en',
    entity: 'opportunities',
    columns: {
      'External ID': 'externalId',
      Opportunity: 'name',
      Customer: 'account',
      'Contact Name': '-',
      Email: '-',
      Salesperson: 'seller',
      'Sales Team': 'sellerTeam',
      Stage: 'stage',
      'Expected Revenue': 'amount',
      Probability: 'probability',
      'Expected Closing': 'closeOn',
      'Created on': 'createdOn',
      'Closed Date': 'closedOn',
      'Lost Reason': 'lossReason',
      Source: 'leadSource'
    }
  },
  {
    system: 'Odoo es',
    entity: 'opportunities',
    columns: {
      Oportunidad: 'name',
      Cliente: 'account',
      Comercial: 'seller',
      'Equipo de ventas': 'sellerTeam',
      Etapa: 'stage',
      'Ingreso esperado': 'amount',
      'Cierre esperado': 'closeOn',
      'Creado el': 'createdOn',
      Probabilidad: 'probability'
    }
  },
  {
    system: 'SugarCRM',
    entity: 'opportunities',
    columns: {
      'Opportunity Name': 'name',
      'Account Name': 'account',
      'Sales Stage': 'stage',
      Likely: 'amount',
      'Expected Close Date': 'closeOn',
      'User Name': 'seller',
      'Lead Source': 'leadSource',
      'Probability (%)': 'probability',
      'Date Created': 'createdOn',
      'Date Modified': '-'
    }
  },
  {
    system: 'Freshsales',
    entity: 'opportunities',
    columns: {
      'Deal name': 'name',
      'Deal value': 'amount',
      'Deal stage': 'stage',
      'Expected close date': 'closeOn',
      'Closed date': 'closedOn',
      'Sales owner': 'seller',
      'Account name': 'account',
      'Deal pipeline': '-',
      'Created at': 'createdOn',
      'Updated at': '-',
      'Lost reason': 'lossReason',
      Currency: 'currency'
    }
  },
  {
    system: 'Copper',
    entity: 'opportunities',
    columns: {
      'Copper ID': 'externalId',
      Name: 'name',
      Company: 'account',
      'Primary Contact': '-',
      Value: 'amount',
      'Value Currency': 'currency',
      Stage: 'stage',
      Pipeline: '-',
      'Close Date': 'closeOn',
      'Owned By': 'seller',
      Status: 'status',
      'Win Probability': 'probability',
      Source: 'leadSource',
      'Created At': 'createdOn',
      'Loss Reason': 'lossReason',
      Priority: '-'
    }
  },
  {
    system: 'Monday',
    entity: 'opportunities',
    columns: {
      Name: 'name',
      'Deal owner': 'seller',
      'Deal stage': 'stage',
      'Deal Value': 'amount',
      'Expected Close Date': 'closeOn',
      'Close Probability': 'probability',
      'Forecast Value': '-',
      'Deal creation date': 'createdOn',
      Accounts: 'account',
      Contacts: '-',
      'Last interaction': 'lastActivityOn'
    }
  },
  {
    system: 'Close',
    entity: 'opportunities',
    columns: {
      id: 'externalId',
      lead_name: 'account',
      status_label: 'stage',
      status_type: 'status',
      value: 'amount',
      value_currency: 'currency',
      value_period: '-',
      confidence: 'probability',
      date_won: 'closeOn',
      date_created: 'createdOn',
      date_updated: '-',
      user_name: 'seller',
      contact_name: '-',
      note: '-'
    }
  },
  {
    system: 'Insightly',
    entity: 'opportunities',
    columns: {
      'Record Id': 'externalId',
      'Opportunity Name': 'name',
      'Opportunity State': 'status',
      'Current Stage': 'stage',
      'Bid Amount': 'amount',
      'Bid Currency': 'currency',
      'Probability Of Winning': 'probability',
      'Forecast Close Date': 'closeOn',
      'Actual Close Date': 'closedOn',
      'User Responsible': 'seller',
      'Date Created': 'createdOn',
      'Linked Organization': 'account'
    }
  },
  {
    system: 'SAP',
    entity: 'opportunities',
    columns: {
      'Opportunity No.': 'externalId',
      'Business Partner Name': 'account',
      'Sales Employee': 'seller',
      'Potential Amount': 'amount',
      'Weighted Amount': '-',
      'Closing %': 'probability',
      'Predicted Closing Date': 'closeOn',
      'Sales Stage': 'stage',
      Status: 'status'
    }
  },
  {
    system: 'hand-made es',
    entity: 'opportunities',
    columns: {
      Nº: 'externalId',
      CLIENTE: 'account',
      Comercial: 'seller',
      Oportunidad: 'name',
      'Importe (k€)': 'amount',
      Estado: 'stage',
      'Prob.': 'probability',
      'F. Cierre': 'closeOn',
      'F. Alta': 'createdOn',
      Observaciones: '-',
      'Próxima acción': '-'
    }
  },
  {
    system: 'hand-made en',
    entity: 'opportunities',
    columns: {
      'Opp #': 'externalId',
      Account: 'account',
      'Opp Name': 'name',
      Rep: 'seller',
      'Amt ($)': 'amount',
      Stage: 'stage',
      'Exp. Close': 'closeOn',
      'Win %': 'probability',
      'Next steps': '-',
      Comments: '-'
    }
  },
  {
    system: 'camelCase',
    entity: 'opportunities',
    columns: {
      dealId: 'externalId',
      dealName: 'name',
      accountName: 'account',
      ownerEmail: 'sellerEmail',
      stageName: 'stage',
      closeDate: 'closeOn',
      amountInUSD: 'amount',
      createdAt: 'createdOn',
      updatedAt: '-'
    }
  },
  {
    system: 'Salesforce history en',
    entity: 'stageChanges',
    columns: {
      'Opportunity ID': 'opportunity',
      'Opportunity Name': 'opportunityName',
      'Opportunity Owner': 'seller',
      'From Stage': 'fromStage',
      'To Stage': 'stage',
      'Last Modified': 'enteredOn',
      'Last Modified By': '-',
      Amount: '-',
      'Close Date': '-'
    }
  },
  {
    system: 'Salesforce history es',
    entity: 'stageChanges',
    columns: {
      'Nombre de la oportunidad': 'opportunityName',
      'Desde etapa': 'fromStage',
      'A etapa': 'stage',
      'Fecha de la última modificación': 'enteredOn'
    }
  },
  {
    system: 'stage list',
    entity: 'stageChanges',
    columns: { 'Deal ID': 'opportunity', Stage: 'stage', 'Date entered': 'enteredOn' }
  },
  {
    system: 'Salesforce accounts en',
    entity: 'accounts',
    columns: {
      'Account ID': 'externalId',
      'Account Name': 'name',
      'Account Owner': 'owner',
      'Parent Account': 'parent',
      Industry: 'industry',
      'Annual Revenue': 'revenue',
      Employees: 'employees',
      'Billing Country': 'country',
      'Billing State/Province': 'region',
      'Billing City': 'city',
      'Billing Zip/Postal Code': 'postalCode',
      'Billing Street': '-',
      Website: 'domain',
      Phone: '-',
      'Created Date': '-',
      'Last Activity': '-'
    }
  },
  {
    system: 'accounts es',
    entity: 'accounts',
    columns: {
      'Código de cliente': 'externalId',
      'Razón social': 'name',
      CIF: 'taxId',
      Provincia: 'region',
      Población: 'city',
      CP: 'postalCode',
      País: 'country',
      Sector: 'industry',
      'Nº empleados': 'employees',
      'Facturación anual (M€)': 'revenue',
      'Comercial asignado': 'owner'
    }
  },
  {
    system: 'leads en',
    entity: 'leads',
    columns: {
      'Lead ID': 'externalId',
      'First Name': 'firstName',
      'Last Name': 'lastName',
      'Company / Account': 'company',
      'Lead Source': 'source',
      'Lead Status': 'status',
      'Lead Owner': 'seller',
      'Create Date': 'createdOn',
      'Converted Date': 'convertedOn',
      'Converted Opportunity ID': 'opportunity',
      Email: 'email'
    }
  },
  {
    system: 'leads es',
    entity: 'leads',
    columns: {
      'Nombre del candidato': 'name',
      Compañía: 'company',
      'Estado del candidato': 'status',
      'Origen del candidato': 'source',
      'Propietario del candidato': 'seller',
      'Fecha de creación': 'createdOn',
      Puntuación: 'score'
    }
  },
  {
    system: 'activities',
    entity: 'activities',
    columns: {
      'Activity Type': 'kind',
      Subject: '-',
      'Due Date': 'happenedOn',
      'Assigned To': 'seller',
      'Company / Account': 'account',
      'Opportunity ID': 'opportunity'
    }
  },
  {
    system: 'invoices es',
    entity: 'invoices',
    columns: {
      'Nº factura': 'externalId',
      Cliente: 'account',
      'Fecha de factura': 'issuedOn',
      'Fecha de vencimiento': 'dueOn',
      'Fecha de cobro': 'paidOn',
      'Base imponible': 'amount',
      IVA: '-',
      'Total factura': '-',
      Vendedor: 'seller'
    }
  },
  {
    system: 'invoices en',
    entity: 'invoices',
    columns: {
      'Invoice Number': 'externalId',
      Customer: 'account',
      'Invoice Date': 'issuedOn',
      'Due Date': 'dueOn',
      'Paid On': 'paidOn',
      Amount: 'amount',
      Currency: 'currency'
    }
  },
  {
    system: 'rates',
    entity: 'rates',
    columns: { Date: 'validOn', 'From currency': 'from', 'To currency': 'to', 'Exchange rate': 'rate' }
  },
  { system: 'rates es', entity: 'rates', columns: { Fecha: 'validOn', Divisa: 'from', 'Tipo de cambio': 'rate' } },
  { system: 'quotas', entity: 'quotas', columns: { Vendedor: 'seller', Periodo: 'period', Cuota: 'amount' } },
  {
    system: 'quotas by quarter and year',
    entity: 'quotas',
    columns: { Rep: 'seller', Year: 'year', Quarter: 'period', Quota: 'amount' }
  },
  {
    system: 'targets by year',
    entity: 'targets',
    columns: { Territorio: 'territory', Año: 'period', Objetivo: 'amount' }
  },
  {
    system: 'quotas by month',
    entity: 'quotas',
    columns: {
      Vendedor: 'seller',
      'Cuota Ene': 'period:--01',
      'Cuota Feb': 'period:--02',
      'Cuota Mar': 'period:--03',
      'Cuota Total': '-'
    }
  },
  {
    system: 'targets',
    entity: 'targets',
    columns: { Team: 'team', Quarter: 'period', Target: 'amount', Currency: 'currency' }
  },
  {
    system: 'targets es',
    entity: 'targets',
    columns: { Territorio: 'territory', Trimestre: 'period', Objetivo: 'amount' }
  },
  {
    system: 'assignments',
    entity: 'assignments',
    columns: { Account: 'account', Territory: 'territory', Owner: 'seller' }
  },
  {
    system: 'assignments es',
    entity: 'assignments',
    columns: { Cliente: 'account', Territorio: 'territory', Comercial: 'seller' }
  },
  {
    system: 'users en',
    entity: 'sellers',
    columns: {
      'User ID': 'externalId',
      'First Name': 'firstName',
      'Last Name': 'lastName',
      Email: 'email',
      Manager: 'manager',
      Role: 'role',
      Active: 'isActive',
      'Start Date': 'hiredOn',
      Team: 'team'
    }
  },
  { system: 'teams', entity: 'teams', columns: { Team: 'name', 'Parent team': 'parent', 'Team lead': 'lead' } },
  {
    system: 'products',
    entity: 'products',
    columns: {
      'Product Code': 'externalId',
      'Product Name': 'name',
      'Product Family': 'family',
      'List Price': 'listPrice'
    }
  },
  {
    system: 'contacts HubSpot',
    entity: 'contacts',
    columns: {
      'Record ID': 'externalId',
      'First Name': 'firstName',
      'Last Name': 'lastName',
      Email: 'email',
      'Phone Number': 'phone',
      'Contact owner': 'owner',
      'Associated Company': 'account',
      'Last Activity Date': '-',
      'Create Date': 'createdOn'
    }
  }
]
