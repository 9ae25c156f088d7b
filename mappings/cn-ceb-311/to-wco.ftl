<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/ceb.ftl" as ceb>
<#assign order = item.OrderHead>
<#assign currency = code("ceb-currency", order.currency)>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>CEB311</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${fn.start(order.appTime, 8)}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${ceb.functionCode(input)}</FunctionCode><#-- 017 [none]: original, amendment or withdrawal, an input -->
    <FunctionalReferenceID>${fn.whole(order.orderNo, 35)}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>${ceb.typeCode(input)}</TypeCode><#-- D013 [none]: import, lodged before the goods are there, or its withdrawal -->
    <GoodsItemQuantity>${item.OrderList?size}</GoodsItemQuantity><#-- 228 -->
    <InvoiceAmount currencyID="${currency}">${currency?has_content?then(fn.decimals(order.goodsValue, 3), "")}</InvoiceAmount><#-- 109 -->
    <Submitter>
      <Name>${fn.text(order.ebpName, 70)}</Name><#-- R058 -->
      <ID>${fn.whole(order.ebpCode, 17)}</ID><#-- R059 -->
    </Submitter>
    <AdditionalDocument>
      <ID>${order.orderNo}</ID><#-- D005 -->
      <TypeCode>220</TypeCode><#-- D006 [none]: order (UN/EDIFACT 1001) -->
    </AdditionalDocument>
    <@wco.statement code="MARKETPLACE" value=order.ebpCode/>
    <@wco.statement code="MARKETPLACE-NAME" value=order.ebpName/>
    <@wco.statement code="SELLER-REF" value=order.ebcCode/>
    <#if fn.longer(order.ebcName, 70)><@wco.statement code="SELLER-WHOLE" value=order.ebcName/></#if>
    <@wco.statement code="AMOUNT-PAID" value="${order.acturalPaid} ${currency}"/>
    <@wco.statement code="DISCOUNT" value="${order.discount} ${currency}"/>
    <@wco.statement code="TAX-COLLECTED" value="${order.taxTotal} ${currency}"/>
    <#if order.payCode><@wco.statement code="PAYMENT-PROVIDER" value=fn.joined([order.payCode, order.payName], " ")/></#if>
    <#if order.payTransactionId><@wco.statement code="PAYMENT-ID" value=order.payTransactionId/></#if>
    <#if order.batchNumbers><@wco.statement code="BATCH" value=order.batchNumbers/></#if>
    <@wco.statement code="BUYER-ACCOUNT" value=order.buyerRegNo/>
    <@wco.statement code="BUYER-REF" value=fn.joined([order.buyerIdType, order.buyerIdNumber], " ")/>
    <#if fn.longer(order.buyerName, 70)><@wco.statement code="BUYER-WHOLE" value=order.buyerName/></#if>
    <#if fn.longer(order.consignee, 70, order.consigneeAddress, 70)><@wco.statement code="CONSIGNEE-WHOLE" value=fn.joined([order.consignee, order.consigneeAddress])/></#if>
    <#if order.consigneeDistrict><@wco.statement code="DISTRICT" value=order.consigneeDistrict/></#if>
    <#if order.note><@wco.statement code="COMMENT" value=order.note/></#if>
    <@wco.gateway input=input warnings=warnings/>
    <GoodsShipment>
      <TransactionNatureCode>11</TransactionNatureCode><#-- 103 [none]: a sale -->
      <Buyer>
        <Name>${fn.text(order.buyerName, 70)}</Name><#-- R009 -->
        <ID>${fn.whole(order.buyerIdNumber, 17)}</ID><#-- R010 -->
        <@ceb.telephone number=order.buyerTelephone/>
      </Buyer>
      <Consignee>
        <Name>${fn.text(order.consignee, 70)}</Name><#-- R014 -->
        <@ceb.address line=order.consigneeAddress/>
      </Consignee>
      <CustomsValuation>
        <FreightChargeAmount currencyID="${currency}">${currency?has_content?then(fn.decimals(order.freight, 3), "")}</FreightChargeAmount><#-- 117 -->
      </CustomsValuation>
      <Destination>
        <CountryCode>CN</CountryCode><#-- 465 [none]: these messages are of imports to China -->
      </Destination>
      <#list item.OrderList as line>
      <GovernmentAgencyGoodsItem>
        <CustomsValueAmount currencyID="${code("ceb-currency", line.currency)}">${code("ceb-currency", line.currency)?has_content?then(fn.decimals(line.totalPrice, 3), "")}</CustomsValueAmount><#-- 108 -->
        <SequenceNumeric>${fn.first(line.gnum, line?counter)}</SequenceNumeric><#-- 006 -->
        <@wco.statement code="SPECIFICATION" value=line.gmodel/>
        <@wco.statement code="UNIT-PRICE" value="${line.price} ${code('ceb-currency', line.currency)}"/>
        <#if line.itemDescribe><@wco.statement code="GOODS" value=line.itemDescribe/></#if>
        <#if line.note><@wco.statement code="COMMENT" value=line.note/></#if>
        <#if fn.longer(line.itemNo, 18)><@wco.statement code="SKU" value=line.itemNo/></#if>
        <#if fn.longer(line.barCode, 18)><@wco.statement code="BAR-CODE" value=line.barCode/></#if>
        <@wco.statement code="QUANTITY" value="${line.qty} ${line.unit}"/>
        <@wco.statement code="ORIGIN" value=line.country/>
        <Commodity>
          <Description>${fn.text(line.itemName, 512)}</Description><#-- 137 -->
          <@ceb.number id=line.itemNo type="SK"/>
          <@ceb.number id=line.barCode type="SRV"/>
          <GoodsMeasure>
            <TariffQuantity unitCode="${code("ceb-unit", line.unit)}">${code("ceb-unit", line.unit)?has_content?then(line.qty, "")}</TariffQuantity><#-- 130 -->
          </GoodsMeasure>
          <InvoiceLine>
            <ItemChargeAmount currencyID="${code("ceb-currency", line.currency)}">${code("ceb-currency", line.currency)?has_content?then(fn.decimals(line.totalPrice, 3), "")}</ItemChargeAmount><#-- 112 -->
          </InvoiceLine>
        </Commodity>
        <Origin>
          <CountryCode>${code("ceb-country", line.country)}</CountryCode><#-- 063 -->
        </Origin>
      </GovernmentAgencyGoodsItem>
      </#list>
      <Importer>
        <Name>${fn.text(order.consignee, 70)}</Name><#-- R037 -->
        <@ceb.address line=order.consigneeAddress/>
        <@ceb.telephone number=order.consigneeTelephone/>
      </Importer>
      <@wco.replaced input=input/>
      <Seller>
        <Name>${fn.text(order.ebcName, 70)}</Name><#-- R050 -->
        <ID>${fn.whole(order.ebcCode, 17)}</ID><#-- R051 -->
      </Seller>
      <UCR>
        <TraderAssignedReferenceID>${fn.whole(order.orderNo, 35)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>
