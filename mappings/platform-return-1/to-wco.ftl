<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/platform.ftl" as platform>
<#assign consignor = item.consignor>
<#assign consignee = item.consignee>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>PLATFO</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${fn.date102(item.returnedAt)}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${wco.function1225(input.functionCode)}</FunctionCode><#-- 017 [none]: original or replacement, an input -->
    <FunctionalReferenceID>${fn.whole(item.returnNo, 35)}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>EXD</TypeCode><#-- D013 [none]: export, lodged before the goods leave -->
    <GoodsItemQuantity>${item.goods?size}</GoodsItemQuantity><#-- 228 -->
    <InvoiceAmount currencyID="${item.currency}">${fn.decimals(fn.total(item.goods, "totalPrice", ""), 3)}</InvoiceAmount><#-- 109 -->
    <TotalGrossMassMeasure unitCode="KGM">${item.parcel.grossWeight}</TotalGrossMassMeasure><#-- 131 -->
    <TotalPackageQuantity>${item.parcel.pieces}</TotalPackageQuantity><#-- 146 -->
    <Submitter>
      <Name>${fn.text(item.platform.name, 70)}</Name><#-- R058 -->
      <ID>${fn.whole(item.platform.id, 17)}</ID><#-- R059 -->
    </Submitter>
    <@document id=item.original.orderNo type="220"/>
    <@document id=item.original.trackingNo type="703"/>
    <@document id=item.parcel.trackingNo type="703"/>
    <@wco.statement code="RETURN" value="true"/>
    <@wco.statement code="RETURN-REASON" value=item.reason/>
    <#if item.reasonText><@wco.statement code="RETURN-TEXT" value=item.reasonText/></#if>
    <#if item.refund.reference><@wco.statement code="REFUND-ID" value=item.refund.reference/></#if>
    <#if item.refund.amount><@wco.statement code="REFUND-AMOUNT" value="${item.refund.amount} ${item.currency}"/></#if>
    <#if item.refund.taxAmount><@wco.statement code="REFUND-TAX" value="${item.refund.taxAmount} ${item.currency}"/></#if>
    <#if item.refund.refundedAt><@wco.statement code="REFUND-TIME" value=item.refund.refundedAt/></#if>
    <@wco.statement code="MARKETPLACE" value=item.platform.id/>
    <@wco.statement code="MARKETPLACE-NAME" value=item.platform.name/>
    <#if item.parcel.carrierId || item.parcel.carrierName><@wco.statement code="CARRIER" value=fn.joined([item.parcel.carrierId, item.parcel.carrierName], " ")/></#if>
    <#if item.note><@wco.statement code="COMMENT" value=item.note/></#if>
    <@platform.whole role="CONSIGNOR" name=consignor.name address=consignor.address/>
    <#if consignor.address.district><@wco.statement code="DISTRICT" value=consignor.address.district/></#if>
    <#if consignor.phone && consignor.email><@wco.statement code="CONSIGNOR-EM" value=consignor.email/></#if>
    <@platform.whole role="CONSIGNEE" name=consignee.name address=consignee.address/>
    <#if consignee.address.district><@wco.statement code="DISTRICT" value=consignee.address.district/></#if>
    <#if consignee.phone><@wco.statement code="CONSIGNEE-TE" value=consignee.phone/></#if>
    <#if consignee.email><@wco.statement code="CONSIGNEE-EM" value=consignee.email/></#if>
    <@wco.gateway input=input warnings=warnings/>
    <Exporter>
      <Name>${fn.text(consignor.name, 70)}</Name><#-- R031 -->
      <@wco.address lines=consignor.address.lines city=consignor.address.city state=consignor.address.region zip=consignor.address.postcode country=consignor.address.country/>
      <@platform.communication phone=consignor.phone email=consignor.email/>
    </Exporter>
    <GoodsShipment>
      <TransactionNatureCode>21</TransactionNatureCode><#-- 103 [none]: a return of goods -->
      <Consignee>
        <Name>${fn.text(consignee.name, 70)}</Name><#-- R014 -->
        <@wco.address lines=consignee.address.lines city=consignee.address.city state=consignee.address.region zip=consignee.address.postcode country=consignee.address.country/>
      </Consignee>
      <Consignor>
        <Name>${fn.text(consignor.name, 70)}</Name><#-- R020 -->
        <@wco.address lines=consignor.address.lines city=consignor.address.city state=consignor.address.region zip=consignor.address.postcode country=consignor.address.country/>
      </Consignor>
      <Destination>
        <CountryCode>${consignee.address.country}</CountryCode><#-- 465 -->
      </Destination>
      <ExportCountry>
        <ID>${consignor.address.country}</ID><#-- 062 -->
      </ExportCountry>
      <#list item.goods as line>
      <GovernmentAgencyGoodsItem>
        <CustomsValueAmount currencyID="${item.currency}">${fn.decimals(line.totalPrice, 3)}</CustomsValueAmount><#-- 108 -->
        <SequenceNumeric>${line.lineNo}</SequenceNumeric><#-- 006 -->
        <#if line.note><@wco.statement code="COMMENT" value=line.note/></#if>
        <#if fn.longer(line.sku, 18)><@wco.statement code="SKU" value=line.sku/></#if>
        <Commodity>
          <Description>${fn.text(line.description, 512)}</Description><#-- 137 -->
          <@wco.classification hs=line.hsCode/>
          <#if !fn.longer(line.sku, 18)>
          <Classification>
            <ID>${line.sku}</ID><#-- 145 -->
            <IdentificationTypeCode>SK</IdentificationTypeCode>
          </Classification>
          </#if>
          <GoodsMeasure>
            <NetNetWeightMeasure unitCode="KGM">${line.netWeight}</NetNetWeightMeasure><#-- 128 -->
            <TariffQuantity unitCode="${line.unit}">${line.quantity}</TariffQuantity><#-- 130 -->
          </GoodsMeasure>
          <InvoiceLine>
            <ItemChargeAmount currencyID="${item.currency}">${fn.decimals(line.totalPrice, 3)}</ItemChargeAmount><#-- 112 -->
          </InvoiceLine>
        </Commodity>
        <@wco.exportAfterImport input=input/>
        <Origin>
          <CountryCode>${line.originCountry}</CountryCode><#-- 063 -->
        </Origin>
      </GovernmentAgencyGoodsItem>
      </#list>
      <@wco.replaced input=input/>
      <@wco.cameInWith input=input/>
      <UCR>
        <TraderAssignedReferenceID>${fn.whole(fn.first(item.original.orderNo, item.original.trackingNo), 35)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>

<#-- A document by its UN/EDIFACT 1001 type, where there is a number. -->
<#macro document id type>
  <#if fn.longer(id, 0)>
    <AdditionalDocument>
      <ID>${id}</ID><#-- D005 -->
      <TypeCode>${type}</TypeCode>
    </AdditionalDocument>
  </#if>
</#macro>
