import 'cdk8s-eks-storage';
