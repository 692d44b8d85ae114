"""Every fact of the published comparison of the two roles has its place in the content."""

from __future__ import annotations

from typing import Any

import pytest

DEEP = "deep-learning-engineer"
SOFTWARE = "machine-learning-software-engineer"

# What the role's part must say, as a list of words that stand for the fact.
FACTS: dict[tuple[str, str], list[str]] = {
    (DEEP, "definition"): [
        "branch of machine learning", "many layers", "very large amounts of data", "recognise images",
        "language", "steer themselves",
    ],
    (SOFTWARE, "definition"): [
        "models into applications", "whole life", "deployed", "kept running", "many more users",
        "production", "Data scientists and fellow engineers", "robust", "easy to use",
    ],
    (DEEP, "responsibilities"): [
        "CNN", "RNN", "GAN", "hyperparameters", "performs best", "large data sets", "augment",
        "new deep learning research", "Work with data scientists", "what a project needs",
        "what its data can support",
    ],
    (SOFTWARE, "responsibilities"): [
        "look after software that has models inside", "Work with data scientists",
        "algorithms into code", "production", "speed", "many users", "real use",
        "training and in inference", "Test, debug and review code",
    ],
    (DEEP, "skills"): [
        "tensorflow", "pytorch", "neural-network-architectures", "optimisation-techniques",
        "data-preprocessing", "data-augmentation", "python", "'r'", "gpu-programming", "cloud-platforms",
    ],
    (SOFTWARE, "skills"): [
        "python", "java", "c-plus-plus", "machine-learning-fundamentals", "version-control",
        "software-testing", "cloud-platforms", "AWS or Azure", "model-deployment",
        "data-structures-and-algorithms", "software-design-patterns",
    ],
    (DEEP, "education"): [
        "Master’s", "PhD", "computer science", "data science", "related fields", "deep learning",
        "neural networks", "advanced statistics",
    ],
    (SOFTWARE, "education"): [
        "Bachelor’s", "Master’s", "computer science", "software engineering", "related fields",
        "software development", "algorithms", "machine-learning fundamentals",
    ],
    (DEEP, "tools"): [
        "TensorFlow", "PyTorch", "Keras", "NumPy", "SciPy", "OpenCV", "Jupyter Notebook", "Google Colab",
        "Docker", "for containers",
    ],
    (SOFTWARE, "tools"): [
        "Python", "Java", "C++", "Scala", "scikit-learn", "TensorFlow", "PyTorch", "to integrate models",
        "Git", "for version control", "Jenkins", "for CI/CD", "AWS", "Azure",
    ],
    (DEEP, "industries"): [
        "healthcare", "medical imaging", "diagnosis", "automotive", "self-driving vehicles", "finance",
        "fraud detection", "algorithmic trading", "technology", "computer vision", "language processing",
    ],
    (SOFTWARE, "industries"): [
        "e-commerce", "recommendations", "telecoms", "network optimisation", "finance",
        "risk assessment", "customer analytics", "gaming", "game mechanics driven by AI",
    ],
    (DEEP, "outlook"): [
        "'rising'", "as AI spreads", "may be sought most", "complex and specialised",
    ],
    (SOFTWARE, "outlook"): [
        "'rising'", "More and more sectors take up AI", "world market", "grow a good deal", "jobs with it",
    ],
}  # fmt: skip

TIPS = {
    "build-the-foundation": ["algorithms", "course", "textbook", "tutorials"],
    "make-something": [
        "project of your own",
        "open one",
        "Train a network",
        "trained one into a small program",
    ],
    "meet-the-people": ["Communities", "conferences", "hackathons"],
    "stay-up-to-date": ["papers", "arXiv", "Google Scholar", "markets"],
    "think-about-studying-on": ["Master’s", "PhD", "your goals", "research in deep learning"],
}

JOBS = [
    ("Data Engineer", "murmuration", "Remote, anywhere in the US", "full-time", "mid", 100_000, 130_000),
    (
        "Senior Data Scientist",
        "murmuration", "Remote, anywhere in the US", "full-time", "senior", 120_000, 150_000,
    ),
    (
        "Assistant or Associate Professor, Applied Mathematics and AI",
        "Rochester Institute of Technology", "Rochester, New York", "full-time", "mid", 75_000, 150_000,
    ),
    (
        "Cloud Consultant Intern, AWS",
        "Amazon.com", "Seattle, Washington", "full-time internship", "entry", 85_000, 185_000,
    ),
    (
        "Software Development Engineer Intern", "Amazon.com", "Seattle, Washington", "full-time internship",
        "entry", 95_000, 192_000,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("role", "part"), FACTS)
def test_a_role_states_every_fact_of_the_comparison(shipped: Any, role: str, part: str) -> None:
    said = str(shipped.roles[role].model_dump()[part])
    assert [fact for fact in FACTS[role, part] if fact.casefold() not in said.casefold()] == []


@pytest.mark.parametrize("name", TIPS)
def test_the_five_tips_of_the_comparison_are_there(shipped: Any, name: str) -> None:
    tip = next(tip for tip in shipped.tips if tip.id == name)
    assert [fact for fact in TIPS[name] if fact not in tip.why] == []
    assert name in shipped.guides["dl-vs-mlse"].tips[:5]


def test_the_default_guide_adds_five_tips_more(shipped: Any) -> None:
    assert len(shipped.guides["dl-vs-mlse"].tips) == 10


def test_the_five_openings_are_there_with_their_pay(shipped: Any) -> None:
    found = [
        (job.title, job.employer, job.place, job.employment, job.level, job.salary.low, job.salary.high)
        for job in shipped.jobs
    ]
    assert found == JOBS
    assert {str(job.posted) for job in shipped.jobs} == {"2024-10-30"}
    assert shipped.jobs[3].note == "AWS Professional Services"
    assert shipped.jobs[4].note == "for student veterans"
