<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/party.ftl" as party>
<#import "/_shared/postal.ftl" as postal>
<#assign senderName = fn.text(party.name(item.Sender), 70)>
<#assign senderId = party.id(item.Sender)>
<#assign recipientName = fn.text(party.name(item.Recipient), 70)>
<#assign recipientId = party.id(item.Recipient)>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>ITMATT</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${fn.date102(item.PostingDate)}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${wco.function1225(input.functionCode)}</FunctionCode><#-- 017 [none]: original or replacement, an input -->
    <FunctionalReferenceID>${item.ItemId}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>${wco.type(input, "IMD")}</TypeCode><#-- D013 [none]: import, lodged before the goods are there; export where they came in before -->
    <GoodsItemQuantity>${item.ContentPiece?size}</GoodsItemQuantity><#-- 228 -->
    <InvoiceAmount currencyID="${item.ContentPiece.Value['@currency']}">${fn.total(item.ContentPiece, "Value", "@currency")}</InvoiceAmount><#-- 109 -->
    <TotalGrossMassMeasure unitCode="KGM">${item.GrossWeight}</TotalGrossMassMeasure><#-- 131 -->
    <TotalPackageQuantity>1</TotalPackageQuantity><#-- 146 [none]: an item is one package -->
    <Submitter>
      <ID>${envelope.SenderPost}</ID><#-- R059 -->
    </Submitter>
    <@postal.documents item=item code=code/>
    <@postal.itemStatements item=item/>
    <@wco.gateway input=input warnings=warnings/>
    <BorderTransportMeans>
      <ModeCode>5</ModeCode><#-- T022 [none]: post (UN/ECE Recommendation 19) -->
    </BorderTransportMeans>
    <Declarant>
      <ID>${item.DestinationPost}</ID><#-- R123 -->
    </Declarant>
    <Exporter>
      <Name>${senderName}</Name><#-- R031 -->
      <ID>${senderId}</ID><#-- R032 -->
      <@party.address of=item.Sender.Address/>
      <@party.contact of=item.Sender/>
    </Exporter>
    <GoodsShipment>
      <TransactionNatureCode>${code("nature", item.NatureOfTransaction)}</TransactionNatureCode><#-- 103 -->
      <#if item.Buyer>
      <Buyer>
        <Name>${fn.text(party.name(item.Buyer), 70)}</Name><#-- R009 -->
        <ID>${party.id(item.Buyer)}</ID><#-- R010 -->
        <@party.address of=item.Buyer.Address/>
        <@party.contact of=item.Buyer/>
      </Buyer>
      </#if>
      <Consignee>
        <Name>${recipientName}</Name><#-- R014 -->
        <ID>${recipientId}</ID><#-- R015 -->
        <@party.address of=item.Recipient.Address/>
      </Consignee>
      <Consignor>
        <Name>${senderName}</Name><#-- R020 -->
        <ID>${senderId}</ID><#-- R021 -->
        <@party.address of=item.Sender.Address/>
      </Consignor>
      <CustomsValuation>
        <FreightChargeAmount currencyID="${item.Postage['@currency']}">${item.Postage}</FreightChargeAmount><#-- 117 -->
      </CustomsValuation>
      <Destination>
        <CountryCode>${fn.start(item.DestinationPost, 2)}</CountryCode><#-- 465 -->
      </Destination>
      <#list item.FiscalReference as fiscal>
      <DomesticDutyTaxParty>
        <ID>${fiscal.Id}</ID><#-- R119 -->
        <RoleCode>${fiscal.Role}</RoleCode><#-- R005 -->
      </DomesticDutyTaxParty>
      </#list>
      <ExportCountry>
        <ID>${fn.start(item.OriginPost, 2)}</ID><#-- 062 -->
      </ExportCountry>
      <#list item.ContentPiece as piece>
        <@postal.goodsItem piece=piece code=code input=input/>
      </#list>
      <Importer>
        <Name>${item.Importer?then(fn.text(party.name(item.Importer), 70), recipientName)}</Name><#-- R037 -->
        <ID>${item.Importer?then(party.id(item.Importer), recipientId)}</ID><#-- R038 -->
        <@party.address of=item.Importer?then(item.Importer.Address, item.Recipient.Address)/>
        <@party.contact of=item.Importer?then(item.Importer, item.Recipient)/>
      </Importer>
      <@postal.invoice item=item code=code/>
      <#if item.Payer>
      <Payer>
        <Name>${fn.text(party.name(item.Payer), 70)}</Name><#-- R120 -->
        <ID>${party.id(item.Payer)}</ID><#-- R121 -->
        <@party.address of=item.Payer.Address/>
      </Payer>
      </#if>
      <@wco.replaced input=input/>
      <@wco.cameInWith input=input/>
      <#if item.Seller>
      <Seller>
        <Name>${fn.text(party.name(item.Seller), 70)}</Name><#-- R050 -->
        <ID>${party.id(item.Seller)}</ID><#-- R051 -->
        <@party.address of=item.Seller.Address/>
        <@party.contact of=item.Seller/>
      </Seller>
      </#if>
      <UCR>
        <TraderAssignedReferenceID>${postal.traderReference(item)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>
