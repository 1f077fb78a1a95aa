namespace TypedTune.Learning;

/// <summary>How probabilities are calibrated.</summary>
public enum CalibrationMethod
{
    /// <summary>A logistic curve of the probability of each label (Platt, "Probabilistic outputs for support vector machines", 1999): two numbers a label, for few rows.</summary>
    Sigmoid = 0,

    /// <summary>A rising step curve of the probability of each label (Zadrozny and Elkan, KDD 2002): bends as the rows ask for, for a thousand rows and more.</summary>
    Isotonic = 1,

    /// <summary>One number by which the logarithms of all probabilities are divided (Guo and others, ICML 2017): the order of labels and of rows stays.</summary>
    Temperature = 2,
}
