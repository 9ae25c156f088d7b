<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/platform.ftl" as platform>
<#assign buyer = item.buyer>
<#assign consignee = item.consignee>
<#assign merchant = item.merchant>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>PLATFO</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${fn.date102(item.orderedAt)}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${wco.function1225(input.functionCode)}</FunctionCode><#-- 017 [none]: original or replacement, an input -->
    <FunctionalReferenceID>${fn.whole(item.orderNo, 35)}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>IMD</TypeCode><#-- D013 [none]: import, lodged before the goods are there -->
    <GoodsItemQuantity>${item.lines?size}</GoodsItemQuantity><#-- 228 -->
    <InvoiceAmount currencyID="${item.currency}">${fn.decimals(item.goodsValue, 3)}</InvoiceAmount><#-- 109 -->
    <TotalGrossMassMeasure unitCode="KGM">${item.shipment.grossWeight}</TotalGrossMassMeasure><#-- 131 -->
    <TotalPackageQuantity>${item.shipment.pieces}</TotalPackageQuantity><#-- 146 -->
    <Submitter>
      <Name>${fn.text(item.platform.name, 70)}</Name><#-- R058 -->
      <ID>${fn.whole(item.platform.id, 17)}</ID><#-- R059 -->
    </Submitter>
    <AdditionalDocument>
      <ID>${item.orderNo}</ID><#-- D005 -->
      <TypeCode>220</TypeCode><#-- D006 [none]: order (UN/EDIFACT 1001) -->
    </AdditionalDocument>
    <#if item.shipment.trackingNo>
    <AdditionalDocument>
      <ID>${item.shipment.trackingNo}</ID><#-- D005 -->
      <TypeCode>703</TypeCode><#-- D006 [none]: house waybill (UN/EDIFACT 1001) -->
    </AdditionalDocument>
    </#if>
    <@wco.statement code="ORDER-DATE" value=item.orderedAt/>
    <@wco.statement code="MARKETPLACE" value=item.platform.id/>
    <@wco.statement code="MARKETPLACE-NAME" value=item.platform.name/>
    <#if item.platform.url><@wco.statement code="MARKETPLACE-URL" value=item.platform.url/></#if>
    <@wco.statement code="AMOUNT-PAID" value="${item.amountPaid} ${item.currency}"/>
    <#if item.insurance><@wco.statement code="INSURANCE" value="${item.insurance} ${item.currency}"/></#if>
    <#if item.discount><@wco.statement code="DISCOUNT" value="${item.discount} ${item.currency}"/></#if>
    <#if item.taxTotal><@wco.statement code="TAX-COLLECTED" value="${item.taxTotal} ${item.currency}"/></#if>
    <#list item.taxSchemes as tax>
    <@wco.statement code="TAX-SCHEME" value=fn.joined([tax.scheme, tax.number, fn.same(tax.collected, "true")?then("collected", ""), tax.amount, tax.amount?has_content?then("${item.currency}", "")], " ")/>
    </#list>
    <#if item.payment.providerId><@wco.statement code="PAYMENT-PROVIDER" value=fn.joined([item.payment.providerId, item.payment.providerName], " ")/></#if>
    <#if item.payment.transactionId><@wco.statement code="PAYMENT-ID" value=item.payment.transactionId/></#if>
    <#if item.shipment.carrierId><@wco.statement code="CARRIER" value=fn.joined([item.shipment.carrierId, item.shipment.carrierName], " ")/></#if>
    <#if item.note><@wco.statement code="COMMENT" value=item.note/></#if>
    <@wco.statement code="SELLER-REF" value=fn.joined([merchant.id, merchant.accountId], " ")/>
    <@platform.whole role="SELLER" name=merchant.name address=merchant.address/>
    <#if merchant.phone && merchant.email><@wco.statement code="SELLER-EM" value=merchant.email/></#if>
    <#if buyer.accountId><@wco.statement code="BUYER-ACCOUNT" value=buyer.accountId/></#if>
    <@platform.identity role="BUYER" of=buyer.identity/>
    <@platform.whole role="BUYER" name=buyer.name address=buyer.address/>
    <#if buyer.phone && buyer.email><@wco.statement code="BUYER-EM" value=buyer.email/></#if>
    <@platform.whole role="CONSIGNEE" name=consignee.name address=consignee.address/>
    <#if consignee.address.district><@wco.statement code="DISTRICT" value=consignee.address.district/></#if>
    <#if consignee.phone && consignee.email><@wco.statement code="CONSIGNEE-EM" value=consignee.email/></#if>
    <@wco.gateway input=input warnings=warnings/>
    <Exporter>
      <Name>${fn.text(merchant.name, 70)}</Name><#-- R031 -->
      <ID>${fn.whole(merchant.id, 17)}</ID><#-- R032 -->
      <@wco.address lines=merchant.address.lines city=merchant.address.city state=merchant.address.region zip=merchant.address.postcode country=merchant.address.country/>
    </Exporter>
    <GoodsShipment>
      <TransactionNatureCode>11</TransactionNatureCode><#-- 103 [none]: a sale -->
      <Buyer>
        <Name>${fn.text(buyer.name, 70)}</Name><#-- R009 -->
        <ID>${fn.whole(buyer.identity.number, 17)}</ID><#-- R010 -->
        <@wco.address lines=buyer.address.lines city=buyer.address.city state=buyer.address.region zip=buyer.address.postcode country=buyer.address.country/>
        <@platform.communication phone=buyer.phone email=buyer.email/>
      </Buyer>
      <Consignee>
        <Name>${fn.text(consignee.name, 70)}</Name><#-- R014 -->
        <@wco.address lines=consignee.address.lines city=consignee.address.city state=consignee.address.region zip=consignee.address.postcode country=consignee.address.country/>
      </Consignee>
      <Consignor>
        <Name>${fn.text(merchant.name, 70)}</Name><#-- R020 -->
        <ID>${fn.whole(merchant.id, 17)}</ID><#-- R021 -->
        <@wco.address lines=merchant.address.lines city=merchant.address.city state=merchant.address.region zip=merchant.address.postcode country=merchant.address.country/>
      </Consignor>
      <CustomsValuation>
        <FreightChargeAmount currencyID="${item.currency}">${fn.decimals(item.freight, 3)}</FreightChargeAmount><#-- 117 -->
      </CustomsValuation>
      <Destination>
        <CountryCode>${consignee.address.country}</CountryCode><#-- 465 -->
      </Destination>
      <#list item.taxSchemes as tax>
      <#if fn.same(tax.scheme, "IOSS")>
      <DomesticDutyTaxParty>
        <ID>${fn.whole(tax.number, 17)}</ID><#-- R119 -->
        <RoleCode>FR5</RoleCode><#-- R005 [none]: vendor in the import one-stop shop -->
      </DomesticDutyTaxParty>
      </#if>
      </#list>
      <ExportCountry>
        <ID>${fn.first(item.shipment.fromCountry, merchant.address.country)}</ID><#-- 062 -->
      </ExportCountry>
      <#list item.lines as line>
      <GovernmentAgencyGoodsItem>
        <CustomsValueAmount currencyID="${item.currency}">${fn.decimals(line.totalPrice, 3)}</CustomsValueAmount><#-- 108 -->
        <SequenceNumeric>${line.lineNo}</SequenceNumeric><#-- 006 -->
        <#if line.specification><@wco.statement code="SPECIFICATION" value=line.specification/></#if>
        <@wco.statement code="UNIT-PRICE" value="${line.unitPrice} ${item.currency}"/>
        <#if line.listedPrice><@wco.statement code="LISTED-PRICE" value="${line.listedPrice} ${item.currency}"/></#if>
        <#if line.url><@wco.statement code="PRODUCT-URL" value=line.url/></#if>
        <#if line.pictureUrl><@wco.statement code="PICTURE-URL" value=line.pictureUrl/></#if>
        <#if line.batchNo><@wco.statement code="BATCH" value=line.batchNo/></#if>
        <#if line.note><@wco.statement code="COMMENT" value=line.note/></#if>
        <#if fn.longer(line.sku, 18)><@wco.statement code="SKU" value=line.sku/></#if>
        <#if fn.longer(line.manufacturerId, 18)><@wco.statement code="MANUFACTURER-ID" value=line.manufacturerId/></#if>
        <Commodity>
          <Description>${fn.text(line.description, 512)}</Description><#-- 137 -->
          <@wco.classification hs=line.hsCode/>
          <#if !fn.longer(line.sku, 18)>
          <Classification>
            <ID>${line.sku}</ID><#-- 145 -->
            <IdentificationTypeCode>SK</IdentificationTypeCode>
          </Classification>
          </#if>
          <#if line.gtin>
          <Classification>
            <ID>${line.gtin}</ID><#-- 145 -->
            <IdentificationTypeCode>SRV</IdentificationTypeCode>
          </Classification>
          </#if>
          <#if line.manufacturerId && !fn.longer(line.manufacturerId, 18)>
          <Classification>
            <ID>${line.manufacturerId}</ID><#-- 145 -->
            <IdentificationTypeCode>MF</IdentificationTypeCode>
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
        <Origin>
          <CountryCode>${line.originCountry}</CountryCode><#-- 063 -->
        </Origin>
      </GovernmentAgencyGoodsItem>
      </#list>
      <Importer>
        <Name>${fn.text(consignee.name, 70)}</Name><#-- R037 -->
        <@wco.address lines=consignee.address.lines city=consignee.address.city state=consignee.address.region zip=consignee.address.postcode country=consignee.address.country/>
        <@platform.communication phone=consignee.phone email=consignee.email/>
      </Importer>
      <@wco.replaced input=input/>
      <Seller>
        <Name>${fn.text(merchant.name, 70)}</Name><#-- R050 -->
        <ID>${fn.whole(merchant.id, 17)}</ID><#-- R051 -->
        <@wco.address lines=merchant.address.lines city=merchant.address.city state=merchant.address.region zip=merchant.address.postcode country=merchant.address.country/>
        <@platform.communication phone=merchant.phone email=merchant.email/>
      </Seller>
      <UCR>
        <TraderAssignedReferenceID>${fn.whole(item.orderNo, 35)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>
