namespace TypedTune.Learning.Tests;

public enum FlowerSpecies
{
    Setosa,
    Versicolor,
    Virginica,
}
