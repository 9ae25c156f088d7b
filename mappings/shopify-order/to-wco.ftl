<#import "/_shared/wco.ftl" as wco>
<#assign to = item.shipping_address>
<#assign from = item.billing_address>
<#assign customer = item.customer>
<#assign recipient = fn.first(to.name, to.company)>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>SHOPIF</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${fn.date102(item.created_at)}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${wco.function1225(input.functionCode)}</FunctionCode><#-- 017 [none]: original or replacement, an input -->
    <FunctionalReferenceID>${item.id}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>IMD</TypeCode><#-- D013 [none]: import, lodged before the goods are there -->
    <GoodsItemQuantity>${item.line_items?size}</GoodsItemQuantity><#-- 228 -->
    <InvoiceAmount currencyID="${item.currency}">${fn.decimals(fn.first(item.subtotal_price, item.total_price), 3)}</InvoiceAmount><#-- 109 -->
    <TotalGrossMassMeasure unitCode="KGM">${kilograms(item.total_weight, "1")}</TotalGrossMassMeasure><#-- 131 -->
    <AdditionalDocument>
      <ID>${fn.first(item.name, item.order_number, item.id)}</ID><#-- D005 -->
      <TypeCode>220</TypeCode><#-- D006 [none]: order (UN/EDIFACT 1001) -->
    </AdditionalDocument>
    <#list item.fulfillments as fulfillment>
    <#if fulfillment.tracking_number>
    <AdditionalDocument>
      <ID>${fulfillment.tracking_number}</ID><#-- D005 -->
      <TypeCode>703</TypeCode><#-- D006 [none]: house waybill (UN/EDIFACT 1001) -->
    </AdditionalDocument>
    </#if>
    </#list>
    <@wco.statement code="ORDER-DATE" value=item.created_at/>
    <@wco.statement code="AMOUNT-PAID" value="${item.total_price} ${item.currency}"/>
    <#if item.total_discounts><@wco.statement code="DISCOUNT" value="${item.total_discounts} ${item.currency}"/></#if>
    <#if item.total_tax><@wco.statement code="TAX-COLLECTED" value="${item.total_tax} ${item.currency}"/></#if>
    <#list item.tax_lines as tax>
    <@wco.statement code="TAX-SCHEME" value=fn.joined([tax.title, tax.price, item.currency, fn.same(tax.channel_liable, "true")?then("collected", "")], " ")/>
    </#list>
    <#list item.note_attributes as attribute>
    <@wco.statement code="EXTRA-FIELD" value="${attribute.name}=${attribute.value}"/>
    </#list>
    <#list item.transactions as transaction>
    <@wco.statement code="PAYMENT-PROVIDER" value=transaction.gateway/>
    <@wco.statement code="PAYMENT-ID" value="${transaction.id}"/>
    <@wco.statement code="PAYMENT-TIME" value=transaction.processed_at/>
    <@wco.statement code="PAYMENT" value=fn.joined([transaction.kind, transaction.status, transaction.amount, transaction.currency], " ")/>
    </#list>
    <#list item.fulfillments as fulfillment>
    <@wco.statement code="CARRIER" value=fn.joined([fulfillment.tracking_company, fulfillment.status], " ")/>
    </#list>
    <#if item.note><@wco.statement code="COMMENT" value=item.note/></#if>
    <#if customer.id><@wco.statement code="BUYER-ACCOUNT" value="${customer.id}"/></#if>
    <#if fn.longer(fn.joined([to.address1, to.address2]), 70, recipient, 70, to.zip, 9, to.city, 35)>
    <@wco.statement code="CONSIGNEE-WHOLE" value=fn.joined([recipient, to.company, to.address1, to.address2, to.city, to.province_code, to.zip, to.country_code])/>
    </#if>
    <@wco.gateway input=input warnings=warnings/>
    <GoodsShipment>
      <TransactionNatureCode>11</TransactionNatureCode><#-- 103 [none]: a sale -->
      <Buyer>
        <Name>${fn.text(fn.first(fn.joined([customer.first_name, customer.last_name], " "), from.name, from.company), 70)}</Name><#-- R009 -->
        <@wco.address lines=[from.address1, from.address2] city=from.city state=from.province_code zip=from.zip country=from.country_code/>
        <Communication>
          <ID>${fn.first(customer.phone, from.phone, fn.whole(customer.email, 50), fn.whole(item.email, 50))}</ID><#-- 240 -->
          <TypeCode>${fn.first(customer.phone, from.phone)?has_content?then("TE", fn.first(fn.whole(customer.email, 50), fn.whole(item.email, 50))?has_content?then("EM", ""))}</TypeCode><#-- 253 -->
        </Communication>
      </Buyer>
      <Consignee>
        <Name>${fn.text(recipient, 70)}</Name><#-- R014 -->
        <@wco.address lines=[to.address1, to.address2] city=to.city state=to.province_code zip=to.zip country=to.country_code/>
      </Consignee>
      <CustomsValuation>
        <FreightChargeAmount currencyID="${item.currency}">${freight(item.shipping_lines)}</FreightChargeAmount><#-- 117 -->
      </CustomsValuation>
      <Destination>
        <CountryCode>${to.country_code}</CountryCode><#-- 465 -->
      </Destination>
      <#list item.line_items as line>
      <GovernmentAgencyGoodsItem>
        <CustomsValueAmount currencyID="${item.currency}">${lineTotal(line)}</CustomsValueAmount><#-- 108 -->
        <SequenceNumeric>${line?counter}</SequenceNumeric><#-- 006 [none]: its place in the order -->
        <@wco.statement code="UNIT-PRICE" value="${line.price} ${item.currency}"/>
        <#if line.total_discount><@wco.statement code="DISCOUNT" value="${line.total_discount} ${item.currency}"/></#if>
        <#if line.vendor><@wco.statement code="MANUFACTURER" value=line.vendor/></#if>
        <#if fn.longer(line.sku, 18)><@wco.statement code="SKU" value=line.sku/></#if>
        <Commodity>
          <Description>${fn.text(fn.joined([line.title, line.variant_title]), 512)}</Description><#-- 137 -->
          <@wco.classification hs=line.duties.harmonized_system_code/>
          <#if line.sku && !fn.longer(line.sku, 18)>
          <Classification>
            <ID>${line.sku}</ID><#-- 145 -->
            <IdentificationTypeCode>SK</IdentificationTypeCode>
          </Classification>
          </#if>
          <GoodsMeasure>
            <NetNetWeightMeasure unitCode="KGM">${kilograms(line.grams, line.quantity)}</NetNetWeightMeasure><#-- 128 -->
            <TariffQuantity unitCode="C62">${line.quantity}</TariffQuantity><#-- 130 -->
          </GoodsMeasure>
          <InvoiceLine>
            <ItemChargeAmount currencyID="${item.currency}">${lineTotal(line)}</ItemChargeAmount><#-- 112 -->
          </InvoiceLine>
        </Commodity>
        <Origin>
          <CountryCode>${line.duties.country_code_of_origin}</CountryCode><#-- 063 -->
        </Origin>
      </GovernmentAgencyGoodsItem>
      </#list>
      <Importer>
        <Name>${fn.text(recipient, 70)}</Name><#-- R037 -->
        <@wco.address lines=[to.address1, to.address2] city=to.city state=to.province_code zip=to.zip country=to.country_code/>
        <Communication>
          <ID>${fn.whole(to.phone, 50)}</ID><#-- 240 -->
          <TypeCode>${fn.whole(to.phone, 50)?has_content?then("TE", "")}</TypeCode><#-- 253 -->
        </Communication>
      </Importer>
      <@wco.replaced input=input/>
      <UCR>
        <TraderAssignedReferenceID>${item.id}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>

<#-- Weight of so many pieces of so many grams; nothing where the shop did not weigh them. -->
<#function kilograms grams pieces>
  <#if !grams?has_content || "${grams}" == "0"><#return ""></#if>
  <#return (("${grams}")?number * ("${pieces}")?number / 1000)?c>
</#function>

<#function lineTotal line>
  <#return fn.decimals((("${line.price}")?number * ("${line.quantity}")?number)?c, 3)>
</#function>

<#function freight lines>
  <#local sum = 0>
  <#list lines as line>
    <#if line.price><#local sum = sum + ("${line.price}")?number></#if>
  </#list>
  <#return (sum == 0)?then("", fn.decimals(sum?c, 3))>
</#function>
