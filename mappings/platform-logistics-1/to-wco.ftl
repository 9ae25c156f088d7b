<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/platform.ftl" as platform>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>PLATFO</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <FunctionCode>${wco.function1225(input.functionCode)}</FunctionCode><#-- 017 [none]: original or replacement, an input -->
    <FunctionalReferenceID>${fn.whole(item.trackingNo, 35)}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TotalGrossMassMeasure unitCode="KGM">${item.grossWeight}</TotalGrossMassMeasure><#-- 131 -->
    <TotalPackageQuantity>${item.pieces}</TotalPackageQuantity><#-- 146 -->
    <AdditionalDocument>
      <ID>${item.orderNo}</ID><#-- D005 -->
      <TypeCode>220</TypeCode><#-- D006 [none]: order (UN/EDIFACT 1001) -->
    </AdditionalDocument>
    <AdditionalDocument>
      <ID>${item.trackingNo}</ID><#-- D005 -->
      <TypeCode>703</TypeCode><#-- D006 [none]: house waybill (UN/EDIFACT 1001) -->
    </AdditionalDocument>
    <#if item.masterBillNo>
    <AdditionalDocument>
      <ID>${item.masterBillNo}</ID><#-- D005 -->
      <TypeCode>704</TypeCode><#-- D006 [none]: master bill of lading (UN/EDIFACT 1001) -->
    </AdditionalDocument>
    </#if>
    <@wco.statement code="MARKETPLACE" value=item.platform.id/>
    <@wco.statement code="MARKETPLACE-NAME" value=item.platform.name/>
    <@wco.statement code="CARRIER" value="${item.carrier.id} ${item.carrier.name}"/>
    <#if item.insurance><@wco.statement code="INSURANCE" value="${item.insurance} ${item.currency}"/></#if>
    <#if item.goodsDescription><@wco.statement code="GOODS" value=item.goodsDescription/></#if>
    <#if item.dispatchedAt><@wco.statement code="DISPATCH-TIME" value=item.dispatchedAt/></#if>
    <#if fn.same(item["return"], "true")><@wco.statement code="RETURN" value="${item['return']}"/></#if>
    <#if item.note><@wco.statement code="COMMENT" value=item.note/></#if>
    <@platform.whole role="CONSIGNEE" name=item.consignee.name address=item.consignee.address/>
    <#if item.consignee.address.district><@wco.statement code="DISTRICT" value=item.consignee.address.district/></#if>
    <#if item.consignee.phone && item.consignee.email><@wco.statement code="CONSIGNEE-EM" value=item.consignee.email/></#if>
    <@wco.gateway input=input warnings=warnings/>
    <BorderTransportMeans>
      <ModeCode>${item.mode}</ModeCode><#-- T022 -->
    </BorderTransportMeans>
    <GoodsShipment>
      <Consignee>
        <Name>${fn.text(item.consignee.name, 70)}</Name><#-- R014 -->
        <@wco.address lines=item.consignee.address.lines city=item.consignee.address.city state=item.consignee.address.region zip=item.consignee.address.postcode country=item.consignee.address.country/>
      </Consignee>
      <CustomsValuation>
        <FreightChargeAmount currencyID="${item.currency}">${fn.decimals(item.freight, 3)}</FreightChargeAmount><#-- 117 -->
      </CustomsValuation>
      <Destination>
        <CountryCode>${item.consignee.address.country}</CountryCode><#-- 465 -->
      </Destination>
      <ExportCountry>
        <ID>${item.fromCountry}</ID><#-- 062 -->
      </ExportCountry>
      <#list item.contents as line>
      <GovernmentAgencyGoodsItem>
        <SequenceNumeric>${line.lineNo}</SequenceNumeric><#-- 006 -->
        <#if fn.longer(line.sku, 18)><@wco.statement code="SKU" value=line.sku/></#if>
        <Commodity>
          <#if !fn.longer(line.sku, 18)>
          <Classification>
            <ID>${line.sku}</ID><#-- 145 -->
            <IdentificationTypeCode>SK</IdentificationTypeCode>
          </Classification>
          </#if>
          <GoodsMeasure>
            <TariffQuantity unitCode="${line.unit}">${line.quantity}</TariffQuantity><#-- 130 -->
          </GoodsMeasure>
          <InvoiceLine>
            <ItemChargeAmount currencyID="${item.currency}">${fn.decimals(line.totalPrice, 3)}</ItemChargeAmount><#-- 112 -->
          </InvoiceLine>
        </Commodity>
      </GovernmentAgencyGoodsItem>
      </#list>
      <Importer>
        <Name>${fn.text(item.consignee.name, 70)}</Name><#-- R037 -->
        <@platform.communication phone=item.consignee.phone email=item.consignee.email/>
      </Importer>
      <UCR>
        <TraderAssignedReferenceID>${fn.whole(item.orderNo, 35)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>
