"""Which of the things that people must know are products: Terraform and Excel, not networking.

Comes in: one item of a list. Goes out: whether it is plainly the name of a product. Refuses: to guess from a capital
letter, since every item of a list begins with one; languages are skills.
"""

from __future__ import annotations

import re

_NAMES = """
    Terraform|Jenkins|Docker|Kubernetes|Ansible|Puppet|Chef Infra|Vagrant|Helm|Prometheus|Grafana|Splunk|Nagios|Datadog|
    New Relic|Kibana|Elasticsearch|Logstash|Nginx|Redis|Kafka|RabbitMQ|MongoDB|PostgreSQL|Postgres|MySQL|SQLite|
    MariaDB|SQL Server|Oracle|Cassandra|Snowflake|Databricks|Redshift|BigQuery|Airflow|Spark|Hadoop|Hive|Flink|dbt|
    AWS|Azure|GCP|EC2|S3|Lambda|CloudFormation|Heroku|Vercel|Netlify|Git|GitHub|GitLab|Bitbucket|CircleCI|Travis CI|
    Jira|Confluence|Trello|Asana|Notion|Monday\\.com|Slack|Zoom|Teams|Miro|Basecamp|Linux|Unix|Ubuntu|Windows|Bash|
    PowerShell|VMware|Selenium|Cypress|Playwright|Postman|JUnit|Cucumber|SonarQube|Swagger|
    TensorFlow|PyTorch|Keras|scikit-learn|XGBoost|NumPy|pandas|SciPy|OpenCV|Hugging Face|MLflow|Kubeflow|SageMaker|
    Jupyter(?: Notebooks?)?|Colab|NLTK|spaCy|Matplotlib|ggplot2|tidyverse|
    Tableau|Power BI|Looker|Qlik(?: ?Sense|View)?|Alteryx|SPSS|SAS|Stata|MATLAB|Minitab|RStudio|Talend|Informatica|
    Excel|Word|PowerPoint|Outlook|Access|Visio|SharePoint|Google (?:Sheets|Docs|Analytics|Ads|Cloud|Workspace)|
    React|Angular|Vue(?:\\.js)?|Svelte|Node\\.js|Next\\.js|Express|Django|Flask|FastAPI|Spring(?: Boot)?|Rails|
    Ruby on Rails|Laravel|\\.NET|ASP\\.NET|jQuery|Bootstrap|Tailwind|WordPress|Shopify|Magento|Drupal|Wix|Webpack|
    Android Studio|Xcode|Visual Studio(?: Code)?|VS Code|IntelliJ(?: IDEA)?|Eclipse|PyCharm|Unity|Unreal(?: Engine)?|
    Figma|Sketch|InVision|Axure|Balsamiq|Zeplin|Photoshop|Illustrator|InDesign|After Effects|Premiere(?: Pro)?|
    Lightroom|Final Cut(?: Pro)?|DaVinci Resolve|Canva|Blender|Maya|3ds Max|ZBrush|Cinema 4D|Pro Tools|
    Ableton(?: Live)?|AutoCAD|Revit|SolidWorks|CATIA|Inventor|Fusion 360|SketchUp|Rhino|ArcGIS|QGIS|ANSYS|
    Civil 3D|Primavera(?: P6)?|Navisworks|Procore|Bluebeam|LabVIEW|Simulink|Altium|Arduino|Raspberry Pi|
    Salesforce|HubSpot|Marketo|Mailchimp|Hootsuite|Buffer|SEMrush|Ahrefs|Moz|Zendesk|Intercom|ServiceNow|Workday|
    BambooHR|Greenhouse|SAP|NetSuite|QuickBooks|Xero|Sage|FreshBooks|Bloomberg(?: Terminal)?|TeamMate|
    Epic|Cerner|Meditech|Lexicomp|QS/1|Wireshark|Nessus|Metasploit|Burp Suite|Nmap|Kali(?: Linux)?|CrowdStrike|Okta|
    Westlaw|LexisNexis|Clio|Trados|memoQ|SurveyMonkey|Qualtrics|Typeform|Moodle|Blackboard|Canvas LMS
"""
_PRODUCT = re.compile("".join(line.strip() for line in _NAMES.split("\n")))
_VENDOR = re.compile(
    r"(?:Adobe|Microsoft|MS|Google|Amazon|AWS|Azure|Apache|Oracle|SAP|IBM|Autodesk|Apple|Atlassian|Cisco|HashiCorp|"
    r"JetBrains|Salesforce)\s[A-Z0-9]\S*(?:\s[A-Z0-9]\S*){0,3}"
)
_MIXED = re.compile(r"[A-Z]?[a-z]+[A-Z]\w*")  # "QuickBooks"
_NO_PRODUCT = re.compile(
    r"JavaScript|TypeScript|CoffeeScript|NoSQL|\w*Ops|IoT|[SPI]aaS|GenAI|\w*Tech|[a-z]?[A-Z]\w*s|PhD|eCommerce|eLearning|"
    r"ChatOps|CapEx|OpEx|McKinsey"
)


def is_product(name: str) -> bool:
    """Whether an item of a list is a product and nothing else."""
    name = re.sub(r"\s*\([^()]*\)$", "", name.strip().rstrip(" .,;:"))
    if _PRODUCT.fullmatch(name) or _VENDOR.fullmatch(name):
        return True
    return bool(_MIXED.fullmatch(name)) and not _NO_PRODUCT.fullmatch(name)
